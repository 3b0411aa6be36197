### What the command `kakehashi` says besides findings.

# $folder is a pack.
tool-found = { $folder }: { $errors ->
    [0] no errors
    [one] 1 error
   *[other] { $errors } errors
}, { $warnings ->
    [0] no warnings
    [one] 1 warning
   *[other] { $warnings } warnings
}, { $advice ->
    [0] no advice
    [one] 1 piece of advice
   *[other] { $advice } pieces of advice
}
tool-has-errors = the pack has errors, so nothing was built
# $file is a lesson or test.
tool-ids-written = { $file }: missing ids written
tool-changed = { $folder }: { $n ->
    [0] no file changed
    [one] 1 file changed
   *[other] { $n } files changed
}
tool-exists = { $path } exists already; name a new folder
# $error is a message of the operating system.
tool-cannot-read = { $path } cannot be read: { $error }
tool-cannot-write = { $path } cannot be written: { $error }
