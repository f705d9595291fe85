//! The print sources and fonts of the default theme, compiled in. One table each; a test holds them equal to the folder.

macro_rules! sources {
    ($($name:literal,)*) => {
        /// Typst files by name.
        pub(super) static SOURCES: &[(&str, &str)] = &[
            $(($name, include_str!(concat!("../../../themes/default/print/", $name))),)*
        ];
    };
}

macro_rules! fonts {
    ($($name:literal,)*) => {
        /// Fonts, the one for running text first. All have every Vietnamese letter.
        pub(super) static FONTS: &[(&str, &[u8])] = &[
            $(($name, include_bytes!(concat!("../../../themes/default/print/", $name))),)*
        ];
    };
}

sources![
    "book.typ",
    "notice.typ",
    "roster.typ",
    "sheet.typ",
    "text.typ",
];

fonts![
    "fonts/BeVietnamPro-Regular.ttf",
    "fonts/BeVietnamPro-Bold.ttf",
    "fonts/BeVietnamPro-Italic.ttf",
    "fonts/BeVietnamPro-BoldItalic.ttf",
    "fonts/JetBrainsMono-Regular.ttf",
];
