//! The words in raw HTML, for whatever is no page.

use ammonia::Builder;

use super::Raw;

impl Raw {
    /// Raw HTML, with the words in it.
    pub(super) fn new(html: &str) -> Self {
        let text = Builder::empty().clean(html).to_string();
        // These are all that is escaped in clean text.
        let text = text
            .replace("&lt;", "<")
            .replace("&gt;", ">")
            .replace("&nbsp;", "\u{a0}")
            .replace("&amp;", "&");
        Raw {
            html: html.to_owned(),
            text,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Raw;

    #[test]
    fn words_are_taken_out_of_their_tags_and_scripts_are_none() {
        let text = |html| Raw::new(html).text;
        assert_eq!(text("<b>"), "");
        assert_eq!(text("<p>a &amp; <i>b</i> &lt;c&gt;</p>"), "a & b <c>");
        assert_eq!(text("a<script>alert(1)</script><!-- x -->"), "a");
    }
}
