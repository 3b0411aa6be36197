//! From the sources of a lesson pack to a checked, compiled pack and findings.
