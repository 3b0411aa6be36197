### Words on the certificate (PDF). Its title and fixed statement are in crates/credential.

certificate-name = Name
certificate-passed = Has passed every lesson check and the test of
certificate-passed-checks = Has passed every lesson check of
certificate-level = Level
certificate-studied = Period of study
# Both dates are already in this language's form.
certificate-period = { $from } – { $to }
certificate-issued = Issued
certificate-supervision = Supervision
certificate-unsupervised = Not supervised
certificate-material = Material
certificate-serial = Number
certificate-code = Content code
certificate-test-results = Test results
certificate-lesson-results = Lesson check results
certificate-section = Section
certificate-lesson = Lesson
certificate-form = Form
certificate-date = Date
# A short date in tables; $month is the short name of the month.
certificate-day = { $month } { $day }, { $year }
certificate-right = Right
certificate-total = All
certificate-provisional = This test result is provisional: the two forms have not yet been balanced against data from many learners.
# Beside a section of a test whose listening items were not heard.
certificate-unheard = read, not heard
certificate-covers = What was studied and checked
