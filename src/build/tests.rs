//! Staging and committing on a real disk.
