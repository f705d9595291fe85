//! The forms of output. Each renders bytes; none touches the disk, none imports another.

pub mod html;
