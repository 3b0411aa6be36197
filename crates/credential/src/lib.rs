//! Certificates: their PDF, JSON and, later, signatures.
