//! HTML pages: views and templates.
