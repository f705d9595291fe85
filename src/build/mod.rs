//! From plan to published site: renders in parallel, scans for leaks, stages what changed, collects, commits.
//!
//! The old site stands until the commit; a failure leaves it byte for byte as it was.
