//! What the scan finds and what it leaves alone, by example and by property.

use proptest::prelude::*;

use super::{super::Surfaces, *};
use crate::diag::FileId;

fn span(at: usize) -> Span {
    Span::new(FileId(0), at..at + 1)
}

fn guard(private: &[&str], public: &[&str]) -> Guard {
    let mut builder = GuardBuilder::default();
    for (at, value) in private.iter().enumerate() {
        builder.private(value, Surfaces::NONE, span(at));
    }
    for value in public {
        builder.public(value, Surfaces::ALL);
    }
    builder.build()
}

fn finds(value: &str, media: Media, text: &str) -> bool {
    !guard(&[value], &[])
        .scan(media, Surface::Page, text.as_bytes())
        .is_empty()
}

#[test]
fn a_value_is_found_in_markup() {
    for (value, page) in [
        ("0900 000 777", "<p><b>0900</b> 000 <i>777</i></p>"),
        ("0900 000 777", "<a href=\"tel:+84900000777\">Gọi</a>"),
        ("0900 000 777", "<td>12</td><td>0900.000.777</td><td>5</td>"),
        ("0900 000 777", "0900&nbsp;000&#160;777"),
        (
            "0900 000 777",
            "<a href='https://zalo.example/84900000777'>",
        ),
        (
            "0900 000 777",
            "<span>2</span><span>0900000777</span><span>5</span>",
        ),
        (
            "0900 000 777",
            "<script>{\"tel\":\"+84 900 000 777\"}</script>",
        ),
        ("0900 000 777", "<!-- 0900000777 -->"),
        (
            "du.rieng@mau.example",
            "<a href=mailto:du.rieng%40mau.example>",
        ),
        ("du.rieng@mau.example", "<p>DU.RIENG&#64;mau.example</p>"),
        ("Số nhà 7, ngõ Giếng Cổ", "<p>SO NHA 7 ngo gieng co</p>"),
        (
            "Số nhà 7, ngõ Giếng Cổ",
            "<img alt='s&#x1ED1; nhà 7, ngõ Giếng C&#7893;'>",
        ),
        ("Lê Văn Đẩu", "<p>L<b>ê V</b>ăn Đ\u{ad}ẩu</p>"),
        (
            "Lê Văn Đẩu",
            "<span>Lê</span><span>Văn</span><span>Đẩu</span>",
        ),
        (
            "Lê Văn Đẩu",
            "<p>Le\u{302} Va\u{306}n\n   Đa\u{302}\u{309}u",
        ),
        (
            "Lê Văn Đẩu",
            "<a href=\"?q=L%C3%AA+V%C4%83n+%C4%90%E1%BA%A9u\">",
        ),
        ("Lê Văn Đẩu", "<a id=le-van-dau></a>"),
        (
            "Lê Văn Đẩu",
            "<description><![CDATA[<p>Lê Văn Đẩu</p>]]></description>",
        ),
        ("Đang chữa bệnh dài ngày", "<p>(đang chữa bệnh dài ngày)"),
    ] {
        assert!(finds(value, Media::Markup, page), "{value} in {page}");
    }
}

#[test]
fn a_value_is_found_in_text() {
    for (value, text) in [
        ("0900 000 777", "TEL;TYPE=CELL:+84900000777\r\n"),
        ("0900 000 777", "TEL:+8490\r\n 0000777\r\n"),
        ("0900 000 777", "Tổ 1,0900000777,12"),
        (
            "Lê Văn Đẩu",
            "{\"name\":\"L\\u00ea V\\u0103n \\u0110\\u1ea9u\"}",
        ),
        ("Lê Văn Đẩu", "\"dòng một\\nLê Văn Đẩu\""),
        ("Lê Văn Đẩu", "FN:Lê Văn \r\n Đẩu"),
        (
            "Lê Văn Đẩu",
            "https://mau.example/?q=L%C3%AA%20V%C4%83n%20%C4%90%E1%BA%A9u",
        ),
        (
            "https://mau.example/a/b?c",
            "\"https:\\/\\/mau.example\\/a\\/b?c\"",
        ),
    ] {
        assert!(finds(value, Media::Text, text), "{value} in {text}");
    }
}

#[test]
fn a_piece_that_was_clean_for_one_guard_or_beside_another_is_read_again() {
    let harmless = guard(&["Không Ai Như Thế"], &[]);
    let strict = guard(&["Lê Văn Đẩu", "0900 000 777"], &[]);
    let filler = "<p>Những lời giống nhau trên mọi trang, dài hơn một mẩu ngắn nhất.</p>\n";
    let page = |middle: &str| format!("{filler}{middle}{filler}");
    let inside = [
        "<p title='Lê Văn Đẩu'>ở thuộc tính, sau một mẩu đã đọc và sạch, trước một mẩu nữa</p>",
        "<p title='một giá trị dài có\n<p>Lê Văn Đẩu</p>\n<p>và còn nữa, dài hơn một mẩu'>x</p>",
        "<script>'\n<p>một đoạn dài trong kịch bản, dài hơn một mẩu ngắn nhất</p>\n<p>Lê Văn Đẩu'</script>",
        "<p>Lê Văn\n<b>Đẩu</b> nằm giữa hai mẩu đã biết là sạch, và mẩu này thì không sạch</p>",
    ];
    for middle in inside {
        let page = page(middle);
        for _ in 0..2 {
            assert_eq!(
                harmless.scan(Media::Markup, Surface::Page, page.as_bytes()),
                []
            );
            assert_eq!(
                strict
                    .scan(Media::Markup, Surface::Page, page.as_bytes())
                    .len(),
                1,
                "{page}"
            );
        }
    }
    assert_eq!(
        strict.scan(Media::Markup, Surface::Page, page("").as_bytes()),
        []
    );
}

#[test]
fn what_only_looks_alike_is_left_alone() {
    for (value, page) in [
        ("Hoa Lê Văn", "<p>Trần Thị Hoa, Lê Văn Mẫu</p>"),
        ("Hoa Lê Văn", "<td>Trần Thị Hoa</td><td>Lê Văn Mẫu</td>"),
        ("Hoa Lê Văn", "<p>Trần Thị Hoa. Lê Văn Mẫu</p>"),
        ("0900 000 777", "<td>0900</td><td>000</td><td>777</td>"),
        ("0900 000 777", "<p>10900000777 và 09000007770</p>"),
        ("0900 000 777", "<p>0900, 000, 777</p>"),
        ("Thôn 2, xã Đông Hòa", "<li>Thôn 2</li><li>xã Đông Hòa</li>"),
        ("Lê Văn An", "<p>Lê Văn Anh</p>"),
    ] {
        assert!(!finds(value, Media::Markup, page), "{value} in {page}");
    }
}

#[test]
fn a_value_may_appear_where_it_is_allowed() {
    let mut builder = GuardBuilder::default();
    builder.private("0900 000 101", Surfaces::NONE.with(Surface::Page), span(3));
    let guard = builder.build();
    let scan = |surface| guard.scan(Media::Text, surface, b"tel 0900000101");
    assert_eq!(scan(Surface::Page), []);
    assert_eq!(scan(Surface::Export), [Leak { source: span(3) }]);
}

#[test]
fn what_is_public_by_right_is_left_to_the_provenance_check() {
    let guard = guard(
        &[
            "Nguyễn Văn An",
            "Thôn 12, xã Đông Hòa",
            "0900 000 777",
            "Phạm Ví Dụ",
        ],
        &[
            "NGUYỄN VĂN AN",
            "Thôn 12, Xã Đông Hòa, Huyện Sông",
            "+84 900 000 777",
        ],
    );
    assert_eq!(guard.ambiguous(), 3);
    let page = "<h1>Thôn 12, xã Đông Hòa</h1><p>Nguyễn Văn An, 0900 000 777</p>".as_bytes();
    assert_eq!(guard.scan(Media::Markup, Surface::Page, page), []);
}

#[test]
fn what_is_too_weak_is_counted() {
    let guard = guard(
        &[
            "",
            "12",
            "mổ",
            "Thôn 2",
            "02/03/1980",
            "2008-04-02",
            "Lê Văn An",
        ],
        &[],
    );
    assert_eq!(guard.weak().len(), 6);
}

#[test]
fn bytes_that_are_no_text_are_survived() {
    let guard = guard(&["Lê Văn Đẩu", "0900 000 777"], &[]);
    for text in [
        "<",
        "<a",
        "<a b",
        "<a b=",
        "<a b='",
        "<!--",
        "<![CDATA[",
        "</",
        "<script>",
        "<script></",
        "&",
        "&#",
        "\\",
        "\\u12",
        "%",
        "%4",
        "\r",
        "<a =>",
        "<a/=/>",
    ] {
        for media in [Media::Markup, Media::Text] {
            assert_eq!(guard.scan(media, Surface::Page, text.as_bytes()), []);
            let cut = &"ê→Đẩu".as_bytes()[1..3];
            assert_eq!(
                guard.scan(media, Surface::Page, &[text.as_bytes(), cut].concat()),
                []
            );
        }
    }
}

#[test]
fn the_index_is_small() {
    let mut builder = GuardBuilder::default();
    for at in 0..50_000usize {
        builder.private(
            &format!("Người Số {at} Họ {}", at % 977),
            Surfaces::NONE,
            span(at),
        );
        builder.private(&format!("09{:08}", at * 7), Surfaces::NONE, span(at));
    }
    let each = builder.build().size() as f64 / 100_000.0;
    assert!(each < 40.0, "{each} bytes a value");
}

const SYLLABLES: [&str; 12] = [
    "Nguyễn", "Đặng", "Thị", "Văn", "Ước", "Hòa", "Quỳnh", "Đẩu", "Lý", "Mẫu", "Thuỷ", "Ẩn",
];

fn words() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(&SYLLABLES), 3..6).prop_map(|words| words.join(" "))
}

fn phone() -> impl Strategy<Value = String> {
    (0u32..100_000_000).prop_map(|n| format!("09{n:08}"))
}

/// A value written in another way: the choices are taken from `picks`.
fn disguise(value: &str, picks: &[u8]) -> String {
    let mut picks = picks.iter().cycle().copied();
    let mut pick = move |n: u8| picks.next().unwrap_or(0) % n;
    let mut text = String::new();
    for c in value.chars() {
        match c {
            ' ' => text
                .push_str([" ", "&nbsp;", "\u{a0}", "\n  ", "</b> <i>", " </b>"][pick(6) as usize]),
            c => match pick(9) {
                0 => c.to_uppercase().for_each(|c| text.push(c)),
                1 => crate::model::fold::fold_char(c, |c| text.push(c)),
                2 => text.push_str(&format!("&#{};", c as u32)),
                3 => text.push_str(&format!("&#x{:x};", c as u32)),
                4 => text.push_str(&format!("{c}\u{ad}")),
                5 => text.push_str(&format!("<b>{c}</b>")),
                6 => unicode_normalization::UnicodeNormalization::nfd(c).for_each(|c| text.push(c)),
                _ => text.push(c),
            },
        }
    }
    text
}

/// A number in groups.
fn grouped(phone: &str, picks: &[u8]) -> String {
    let mut picks = picks.iter().cycle().copied();
    let mut pick = move |n: u8| picks.next().unwrap_or(0) % n;
    let mut text = match pick(4) {
        0 => "+84 ".to_owned() + &phone[1..],
        1 => "0084".to_owned() + &phone[1..],
        _ => phone.to_owned(),
    };
    for at in [8, 5] {
        text.insert_str(
            at,
            [" ", ".", "-", "", "&nbsp;", "</b><i>", ") ("][pick(7) as usize],
        );
    }
    text
}

proptest! {
    #[test]
    fn planted_words_are_found(value in words(), picks in prop::collection::vec(any::<u8>(), 40), before in "[a-zà-ỹ ,.<>/&]{0,30}") {
        let page = format!("<p>{before} </p><p>{}</p> sau", disguise(&value, &picks));
        prop_assert!(finds(&value, Media::Markup, &page), "{page}");
    }

    #[test]
    fn planted_numbers_are_found(value in phone(), picks in prop::collection::vec(any::<u8>(), 6), near in "[0-9 ]{0,6}") {
        let page = format!("<td>{near}</td><td>{}</td><td>{near}", grouped(&value, &picks));
        prop_assert!(finds(&value, Media::Markup, &page), "{page}");
    }

    #[test]
    fn planted_words_are_found_in_text(value in words(), picks in prop::collection::vec(0u8..3, 20)) {
        let mut picks = picks.iter().cycle();
        let escaped: String = value.chars().map(|c| match picks.next() {
            Some(0) => format!("\\u{:04x}", c as u32),
            Some(1) => format!("\r\n {c}"),
            _ => c.to_string(),
        }).collect();
        prop_assert!(finds(&value, Media::Text, &format!("NOTE:{escaped}\r\n")), "{escaped}");
    }

    #[test]
    fn public_values_alone_are_no_leak(
        private in prop::collection::vec(words(), 1..20),
        numbers in prop::collection::vec(phone(), 1..20),
        public in prop::collection::vec((words(), phone()), 1..20),
    ) {
        let mut builder = GuardBuilder::default();
        for value in private.iter().chain(&numbers) {
            builder.private(value, Surfaces::NONE, span(0));
        }
        for (name, number) in &public {
            builder.public(name, Surfaces::ALL);
            builder.public(number, Surfaces::ALL);
        }
        let guard = builder.build();
        let (mut cells, mut list) = (String::new(), String::new());
        for (name, number) in &public {
            cells.push_str(&format!("<td title=\"{name}\">{name}</td><td>{number}</td>"));
            list.push_str(&format!("{name}, {number}; "));
        }
        for (media, text) in [(Media::Markup, &cells), (Media::Markup, &list), (Media::Text, &list)] {
            prop_assert_eq!(guard.scan(media, Surface::Page, text.as_bytes()), vec![]);
        }
    }

    #[test]
    fn any_bytes_are_read(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let guard = guard(&["Lê Văn Đẩu"], &[]);
        guard.scan(Media::Markup, Surface::Page, &bytes);
        guard.scan(Media::Text, Surface::Page, &bytes);
    }
}
