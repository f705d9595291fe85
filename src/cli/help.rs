//! What `--help` says, in both languages: one table, laid over the shape in `args.rs`.
//!
//! Every command and argument has its row here; a test finds the missing ones.

use clap::{Arg, ArgAction, Command};

use crate::diag::Lang;

/// The words of a command.
struct CommandWords {
    name: &'static str,
    usage: [&'static str; 2],
    about: [&'static str; 2],
    /// What stands below the options.
    after: [&'static str; 2],
}

/// The words of an argument.
struct ArgWords {
    id: &'static str,
    /// How its value is called; empty when it takes none.
    value: [&'static str; 2],
    help: [&'static str; 2],
}

const COMMANDS: &[CommandWords] = &[
    CommandWords {
        name: "binhyen",
        usage: ["binhyen <LỆNH> [TÙY CHỌN]", "binhyen <COMMAND> [OPTIONS]"],
        about: [
            "Dựng trang danh bạ công khai từ một thư mục TOML và Markdown, sau khi đối chiếu với chính quy định mà danh bạ phải theo.",
            "Builds a public roster site from a folder of TOML and Markdown, once it is checked against its own decree.",
        ],
        after: [
            "Mã thoát: 0 là ổn (có thể còn cảnh báo), 1 là dữ liệu có lỗi, 2 là không chạy được.\nXem thêm về một lệnh: binhyen <LỆNH> --help",
            "Exit codes: 0 fine (there may be warnings), 1 errors in the data, 2 could not run.\nMore about a command: binhyen <COMMAND> --help",
        ],
    },
    CommandWords {
        name: "build",
        usage: ["binhyen build [TÙY CHỌN]", "binhyen build [OPTIONS]"],
        about: [
            "Kiểm tra rồi dựng trang. Có lỗi thì trang cũ được giữ nguyên.",
            "Checks, then builds the site. On errors the old site stays as it was.",
        ],
        after: [
            "Lỗi và cảnh báo in ra stderr; dòng kết quả in ra stdout.",
            "Findings go to stderr, the closing line to stdout.",
        ],
    },
    CommandWords {
        name: "serve",
        usage: ["binhyen serve [TÙY CHỌN]", "binhyen serve [OPTIONS]"],
        about: [
            "Xem thử trang trong trình duyệt: sửa tệp nào, trang tự dựng lại và hiện bản mới.",
            "Previews the site in the browser: edit a file, and the site is rebuilt and shown anew.",
        ],
        after: [
            "Chỉ máy này xem được. Bản xem thử nằm trong một thư mục tạm, bị xóa khi dừng (Ctrl-C); thư mục public và data/addresses.lock không bị đụng đến.\nCó lỗi thì trình duyệt giữ bản dựng được gần nhất và hiện lỗi lên trên.",
            "Only this machine can see it. The preview lies in a temporary folder that is removed at the end (Ctrl-C); public and data/addresses.lock are not touched.\nOn errors the browser keeps the last good site and shows the errors over it.",
        ],
    },
    CommandWords {
        name: "check",
        usage: ["binhyen check [TÙY CHỌN]", "binhyen check [OPTIONS]"],
        about: [
            "Kiểm tra dữ liệu và bài viết, không ghi gì ra đĩa.",
            "Checks data and texts; writes nothing.",
        ],
        after: [
            "Lỗi và cảnh báo in ra stderr khi --format là human, ra stdout ở các dạng khác.",
            "Findings go to stderr when --format is human, to stdout in the other formats.",
        ],
    },
    CommandWords {
        name: "explain",
        usage: ["binhyen explain [MÃ]", "binhyen explain [CODE]"],
        about: [
            "Giải thích một mã lỗi hoặc một quy tắc và cách xử lý; không nêu mã thì liệt kê tất cả.",
            "Explains a code or a rule and what to do; lists all codes when none is given.",
        ],
        after: ["", ""],
    },
    CommandWords {
        name: "new",
        usage: [
            "binhyen new <THƯ MỤC> [--sample]",
            "binhyen new <DIR> [--sample]",
        ],
        about: [
            "Tạo một trang mới, nhỏ mà chạy được ngay, có chú thích từng chỗ cần sửa.",
            "Starts a site: small, working, with a comment wherever something is yours to change.",
        ],
        after: ["", ""],
    },
];

const ARGS: &[ArgWords] = &[
    ArgWords {
        id: "lang",
        value: ["NGÔN NGỮ", "LANG"],
        help: [
            "Ngôn ngữ của chương trình: vi hoặc en (mặc định theo LC_ALL, LC_MESSAGES, LANG, không có thì vi)",
            "Language of the program: vi or en (else by LC_ALL, LC_MESSAGES, LANG, else vi)",
        ],
    },
    ArgWords {
        id: "format",
        value: ["DẠNG", "FORMAT"],
        help: [
            "Cách in lỗi và cảnh báo: human (mặc định), short, json, github, sarif",
            "How findings are printed: human (default), short, json, github, sarif",
        ],
    },
    ArgWords {
        id: "all",
        value: ["", ""],
        help: [
            "In hết mọi cảnh báo, dù nhiều đến đâu",
            "Print every warning, however many",
        ],
    },
    ArgWords {
        id: "deny",
        value: ["warnings", "warnings"],
        help: [
            "Coi cảnh báo là lỗi: không dựng trang, mã thoát 1",
            "Treat warnings as errors: nothing is published, exit code 1",
        ],
    },
    ArgWords {
        id: "as_of",
        value: ["NGÀY", "DATE"],
        help: [
            "Kiểm tra theo ngày này, dạng 2008-07-15 (mặc định theo as_of trong site.toml, SOURCE_DATE_EPOCH, hôm nay)",
            "Check for this day, such as 2008-07-15 (else as_of of site.toml, SOURCE_DATE_EPOCH, today)",
        ],
    },
    ArgWords {
        id: "root",
        value: ["THƯ MỤC", "DIR"],
        help: [
            "Thư mục của trang (mặc định là thư mục hiện tại, hoặc thư mục cha gần nhất có data/site.toml)",
            "The site folder (else the current one, or the nearest parent that has data/site.toml)",
        ],
    },
    ArgWords {
        id: "out",
        value: ["THƯ MỤC", "DIR"],
        help: [
            "Nơi ghi trang (mặc định là public trong thư mục của trang)",
            "Where to publish (default: public in the site folder)",
        ],
    },
    ArgWords {
        id: "locked",
        value: ["", ""],
        help: [
            "Không thêm địa chỉ mới vào data/addresses.lock; có địa chỉ mới là lỗi",
            "Do not append to data/addresses.lock; a new address is an error",
        ],
    },
    ArgWords {
        id: "atomic",
        value: ["", ""],
        help: [
            "Thay cả trang trong một lần đổi tên, không lúc nào lẫn cũ với mới",
            "Exchange the whole site by one rename, never old beside new",
        ],
    },
    ArgWords {
        id: "bundle",
        value: ["", ""],
        help: [
            "Đóng gói thêm cả trang vào một tệp tron-bo.zip trong thư mục xuất: chép vào USB, giải nén, mở BAT-DAU.html là đọc và tìm được, không cần mạng",
            "Also pack the whole site into one file, tron-bo.zip in the output folder: copy it to a stick, unpack it and open BAT-DAU.html to read and search without a network",
        ],
    },
    ArgWords {
        id: "formats",
        value: ["DẠNG,…", "FORMAT,…"],
        help: [
            "Các dạng cần dựng: html, don (cả xã trong một tệp), feed (nguồn cấp tin), card (ảnh chia sẻ), vcf (số máy để lưu vào điện thoại), epub (sổ tay mang đi đọc), docx (biểu mẫu Word), pdf (danh bạ, bản niêm yết, sổ tay để in), a5 (tập gấp đôi); mặc định là tất cả. Dạng bỏ ra thì tệp cũ của nó bị xóa",
            "What to make: html, don (a whole commune in one file), feed (news), card (pictures for sharing), vcf (contact cards), epub (handbooks to take along), docx (forms for Word), pdf (rosters, notices and handbooks for print), a5 (booklets to fold); default: all. Old files of a form left out are removed",
        ],
    },
    ArgWords {
        id: "port",
        value: ["SỐ", "N"],
        help: [
            "Cổng (mặc định 8375, bận thì lấy cổng kế tiếp; 0 là cổng trống bất kỳ)",
            "The port (default 8375, or the next that is free; 0 is any free one)",
        ],
    },
    ArgWords {
        id: "shown",
        value: ["DẠNG,…", "FORMAT,…"],
        help: [
            "Các dạng cần dựng, như ở lệnh build; mặc định là tất cả trừ card và epub, vì làm lâu mà trên trang không thấy",
            "What to make, as for build; default: all but card and epub, which are slow to make and no page shows",
        ],
    },
    ArgWords {
        id: "timings",
        value: ["", ""],
        help: [
            "In thời gian của từng bước",
            "Print how long each phase took",
        ],
    },
    ArgWords {
        id: "threads",
        value: ["SỐ", "N"],
        help: [
            "Số luồng chạy song song (mặc định bằng số nhân của máy)",
            "Threads to use (default: one a core)",
        ],
    },
    ArgWords {
        id: "quiet",
        value: ["", ""],
        help: ["Chỉ in lỗi và cảnh báo", "Print nothing but findings"],
    },
    ArgWords {
        id: "code",
        value: ["MÃ", "CODE"],
        help: [
            "Mã (D003), tên (unknown-key) hoặc quy tắc của quy định (B2, 375-2008/B2)",
            "A code (D003), a name (unknown-key) or a rule of a scheme (B2, 375-2008/B2)",
        ],
    },
    ArgWords {
        id: "dir",
        value: ["THƯ MỤC", "DIR"],
        help: [
            "Thư mục sẽ tạo; đã có thì phải trống",
            "The folder to make; it must be empty if it exists",
        ],
    },
    ArgWords {
        id: "sample",
        value: ["", ""],
        help: [
            "Điền sẵn người và số điện thoại bịa để xem thử; trang được đánh dấu là dữ liệu mẫu",
            "Fill in invented people and phones to look at; the site is marked as sample data",
        ],
    },
    ArgWords {
        id: "help",
        value: ["", ""],
        help: ["In hướng dẫn này", "Print this help"],
    },
    ArgWords {
        id: "version",
        value: ["", ""],
        help: ["In phiên bản", "Print the version"],
    },
];

/// Lays the words of a language over a command and all below it.
pub fn localise(command: Command, lang: Lang) -> Command {
    let with_flags = command
        .version(env!("CARGO_PKG_VERSION"))
        .disable_version_flag(true)
        .arg(flag("help", 'h', ArgAction::Help).global(true))
        .arg(flag("version", 'V', ArgAction::Version));
    translate(with_flags, lang)
}

fn flag(id: &'static str, short: char, action: ArgAction) -> Arg {
    Arg::new(id).long(id).short(short).action(action)
}

fn translate(command: Command, lang: Lang) -> Command {
    let words = COMMANDS.iter().find(|row| row.name == command.get_name());
    let command = match words {
        Some(row) => command
            .about(pick(row.about, lang))
            .override_usage(pick(row.usage, lang))
            .after_help(pick(row.after, lang)),
        None => command,
    };
    command
        .help_template(template(lang))
        .subcommand_help_heading(lang.pick("Các lệnh", "Commands"))
        .subcommand_value_name(lang.pick("LỆNH", "COMMAND"))
        .mut_args(|arg| translate_arg(arg, lang))
        .mut_subcommands(|subcommand| translate(subcommand, lang))
}

fn translate_arg(arg: Arg, lang: Lang) -> Arg {
    let Some(row) = ARGS.iter().find(|row| arg.get_id() == row.id) else {
        return arg;
    };
    let heading = if arg.is_positional() {
        lang.pick("Tham số", "Arguments")
    } else if arg.is_global_set() {
        lang.pick("Tùy chọn chung", "Options of every command")
    } else {
        lang.pick("Tùy chọn", "Options")
    };
    let arg = arg.help(pick(row.help, lang)).help_heading(heading);
    match pick(row.value, lang) {
        "" => arg,
        value => arg
            .value_name(value)
            .hide_possible_values(true)
            .hide_default_value(true),
    }
}

fn template(lang: Lang) -> &'static str {
    lang.pick(
        "{about}\n\nCách dùng: {usage}\n\n{all-args}{after-help}\n",
        "{about}\n\nUsage: {usage}\n\n{all-args}{after-help}\n",
    )
}

fn pick(both: [&'static str; 2], lang: Lang) -> &'static str {
    let [vi, en] = both;
    lang.pick(vi, en)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::args::CommandLine;
    use clap::CommandFactory;

    fn walk(command: &Command, lang: Lang) {
        let name = command.get_name();
        let row = COMMANDS.iter().find(|row| row.name == name);
        let row = row.unwrap_or_else(|| panic!("`{name}` has no words"));
        assert!(pick(row.about, lang).ends_with('.'), "{name}");
        for arg in command.get_arguments() {
            let id = arg.get_id().as_str();
            let row = ARGS.iter().find(|row| row.id == id);
            let row = row.unwrap_or_else(|| panic!("`{name} {id}` has no words"));
            assert!(!pick(row.help, lang).is_empty(), "{id}");
            let takes_value = arg.get_action().takes_values();
            assert_eq!(takes_value, !pick(row.value, lang).is_empty(), "{id}");
        }
        for subcommand in command.get_subcommands() {
            walk(subcommand, lang);
        }
    }

    #[test]
    fn every_command_and_argument_has_words_in_both_languages() {
        for lang in Lang::ALL {
            let mut command = localise(CommandLine::command(), lang);
            command.build();
            walk(&command, lang);
        }
    }

    #[test]
    fn vietnamese_help_has_no_english_left() {
        let mut command = localise(CommandLine::command(), Lang::Vi);
        command.build();
        let mut pages = vec![command.render_long_help().to_string()];
        for subcommand in command.get_subcommands_mut() {
            pages.push(subcommand.render_long_help().to_string());
        }
        for page in pages {
            for word in [
                "Usage",
                "Options",
                "Commands",
                "Arguments",
                "Print",
                "default",
                "possible",
            ] {
                assert!(!page.contains(word), "{word}: {page}");
            }
        }
    }
}
