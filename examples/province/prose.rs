//! Vietnamese words for the handbook: sentences with gaps, made to look like guidance, copied from nowhere.

use super::random::Random;

const WHO: [&str; 14] = [
    "tổ trưởng",
    "tổ phó",
    "trưởng thôn",
    "cán bộ trực",
    "đại diện các hộ",
    "người được phân công",
    "bí thư chi đoàn",
    "hội viên phụ nữ trong xóm",
    "cựu chiến binh ở khu dân cư",
    "người ghi sổ",
    "cả tổ",
    "bộ phận thường trực",
    "người mới vào tổ",
    "chủ hộ",
];
const WHAT: [&str; 16] = [
    "sổ ghi việc hằng ngày",
    "danh sách hộ và số điện thoại",
    "lịch trực của tuần",
    "biên bản họp có chữ ký",
    "bản đồ vẽ tay các ngõ",
    "mẫu báo tin đã in sẵn",
    "việc còn dở của kỳ trước",
    "phần kinh phí đã chi",
    "các điểm hay mất trộm",
    "những nhà có người già ở một mình",
    "đoạn đường thiếu đèn",
    "ý kiến góp ở buổi họp dân",
    "bảng niêm yết ở nhà văn hóa",
    "thời gian từng lượt tuần tra",
    "chỗ cất đèn pin và còi",
    "cách gọi khi có việc gấp",
];
const WHEN: [&str; 12] = [
    "trước buổi họp",
    "ngay trong ngày",
    "vào tối chủ nhật",
    "đầu mỗi tháng",
    "sau mỗi ca trực",
    "khi có người chuyển đến",
    "trong ba ngày đầu",
    "mỗi khi đổi người",
    "vào dịp lễ, Tết",
    "sau vụ gặt",
    "khi trời mưa bão",
    "cuối quý",
];
const WHERE: [&str; 10] = [
    "ở nhà văn hóa",
    "tại đầu ngõ",
    "ở trụ sở xã",
    "bên bờ kênh",
    "quanh khu chợ",
    "ở cổng trường",
    "tại bến đò",
    "trên trục đường liên thôn",
    "ở bãi tập kết vật liệu",
    "trong khu dân cư",
];
const SENTENCES: [&str; 26] = [
    "{When}, {who} xem lại {what} rồi báo cho mọi người cùng biết.",
    "Nên để {what} {where}, chỗ ai cũng thấy, và giao cho {who} trông coi.",
    "Nếu {who} vắng mặt {when}, người kế tiếp trong danh sách làm thay, không để trống ca.",
    "{Who} không tự quyết một mình; việc khó thì hỏi ý kiến {when}, ghi lại ai đã đồng ý.",
    "Cách làm đơn giản nhất là kẻ một trang giấy, cột đầu ghi ngày, cột sau ghi {what}.",
    "Kinh nghiệm cho thấy {what} hay bị quên, vì vậy {who} cần nhắc {when}.",
    "Khi gặp chuyện lớn tiếng {where}, {who} giữ bình tĩnh, tách hai bên ra và nghe từng người một.",
    "Mỗi lần kiểm tra {where}, hãy đi ít nhất hai người và mang theo đèn, còi, sổ nhỏ.",
    "{Who} đọc chậm cho bà con nghe {what}, chỗ nào chưa rõ thì giải thích bằng ví dụ trong xóm.",
    "Không ghi vào sổ điều chưa chắc; chỉ ghi điều đã thấy {where}, kèm giờ và người chứng kiến.",
    "Việc nhỏ giải quyết {when} thì không thành việc lớn, đó là lý do cần có {what}.",
    "{When}, hai tổ cạnh nhau nên gặp {where} để thống nhất cách báo tin cho nhau.",
    "Ai nhận việc thì ký tên, ai bàn giao cũng ký tên, nhờ vậy {what} không bị thất lạc.",
    "Tờ giấy dán {where} chỉ cần ba dòng: gọi ai, gọi số nào, chờ ở đâu.",
    "{Who} có thể nhờ học sinh lớn trong xóm chép lại {what} cho dễ đọc.",
    "Trường hợp đông người tụ tập {where}, trước hết gọi cán bộ trực, sau đó mới mời {who} đến.",
    "Bản ghi nên ngắn, mỗi việc một dòng, {when} cộng lại một lần.",
    "Không hứa điều ngoài khả năng của tổ; {who} nói rõ việc nào sẽ chuyển lên trên và {when} có trả lời.",
    "Số điện thoại của bà con chỉ dùng để báo tin, {who} không đưa cho người ngoài.",
    "Nhà nào ở hẻo lánh thì phân công một người {where} sang báo trực tiếp.",
    "{Who} tập cho mọi người {when}, đếm xem mất bao nhiêu phút từ lúc gọi đến lúc có mặt.",
    "Sau mỗi kỳ, {who} chọn một việc tốt để kể lại {where}, nêu tên người làm nếu họ bằng lòng.",
    "Chi tiêu phải có giấy tờ, {what} được đọc công khai {when} và dán {where}.",
    "Lời nhắc nhở của {who} cần nhẹ nhàng, nói việc chứ không nói người.",
    "Mưa to, mất điện hay tắc đường đều có thể xảy ra {when}, hãy chuẩn bị sẵn {what}.",
    "Thay vì họp dài, {who} nêu ba câu hỏi: đã làm gì, còn vướng gì, {when} ai làm tiếp.",
];

/// One sentence.
pub fn sentence(random: &mut Random) -> String {
    let pattern = random.pick(&SENTENCES);
    let mut text = String::with_capacity(pattern.len() + 60);
    let mut rest = pattern;
    while let Some((before, after)) = rest.split_once('{') {
        text.push_str(before);
        let (gap, after) = after.split_once('}').expect("gaps in SENTENCES are closed");
        let words: &[&str] = match gap.to_lowercase().as_str() {
            "who" => &WHO,
            "what" => &WHAT,
            "when" => &WHEN,
            _ => &WHERE,
        };
        let words = random.pick(words);
        if gap.starts_with('W') {
            text.push_str(&capital(words));
        } else {
            text.push_str(words);
        }
        rest = after;
    }
    text.push_str(rest);
    text
}

/// So many sentences in a row.
pub fn paragraph(random: &mut Random, sentences: usize) -> String {
    let list: Vec<String> = (0..sentences).map(|_| sentence(random)).collect();
    list.join(" ")
}

/// A thing to check, record or hand over.
pub fn thing(random: &mut Random) -> &'static str {
    random.pick(&WHAT)
}

/// Someone who does it.
pub fn person(random: &mut Random) -> &'static str {
    random.pick(&WHO)
}

/// When it is done.
pub fn time(random: &mut Random) -> &'static str {
    random.pick(&WHEN)
}

/// Text with a capital first letter.
pub fn capital(text: &str) -> String {
    let mut letters = text.chars();
    match letters.next() {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => String::new(),
    }
}
