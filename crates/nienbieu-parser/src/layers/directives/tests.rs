//! Whole pages with directives, and pages with lists that are none.

use nienbieu_model::Directive;

use super::testing::record;

/// marker, level, parent, addressees, words of the deadline.
fn shown(lines: &str) -> Vec<String> {
    let record = record(lines);
    let show = |directive: &Directive| {
        let told: Vec<_> = directive.addressees.iter().map(|told| told.text.as_str()).collect();
        let time = directive.deadline.as_deref().and_then(|id| record.time(id));
        format!(
            "{} {} {} {} {}",
            directive.marker.as_deref().unwrap_or("_"),
            directive.level.unwrap_or(0),
            directive.parent.as_deref().unwrap_or("_"),
            if told.is_empty() { "_".to_owned() } else { told.join(" + ") },
            time.and_then(|time| time.edtf.as_deref()).unwrap_or("_"),
        )
    };
    record.directives.iter().map(show).collect()
}

#[test]
fn a_list_under_its_lead() {
    let page = "Chiều 9/8, Chủ tịch UBND tỉnh Đắk Nông yêu cầu:\n\n\
        1. Sở Công Thương chủ trì, phối hợp Công an tỉnh kiểm tra các hồ thủy điện, xong trước ngày 20/8.\n\n\
        2. UBND các huyện, thành phố:\n\n\
        - Rà soát các hộ ở ven suối; chậm nhất ngày 15/8 báo cáo.\n\
        - Cắm biển cảnh báo tại ngầm tràn.\n\n\
        3. Đài Phát thanh và Truyền hình tỉnh tăng thời lượng đưa tin.\n\n\
        Tổng thiệt hại đến nay là 12 tỷ đồng, 3 nhà sập.";
    assert_eq!(
        shown(page),
        [
            "1 1 _ Sở Công Thương 2022-08-20",
            "2 1 _ UBND các huyện, thành phố _",
            "- 2 i2 _ 2022-08-15",
            "- 2 i2 _ _",
            "3 1 _ Đài Phát thanh và Truyền hình tỉnh _",
        ]
    );
}

#[test]
fn unmarked_lines_under_a_lead() {
    let page = "Phát biểu tại hội nghị, Bí thư Huyện ủy đề nghị các xã, thị trấn tập trung một số nhiệm vụ sau:\n\n\
        Tăng cường tuyên truyền phòng cháy trong mùa khô ở từng thôn, bản.\n\n\
        Hạt Kiểm lâm phối hợp các chủ rừng tuần tra, canh gác suốt ngày đêm.\n\n\
        Năm 2021, huyện xảy ra 3 vụ cháy rừng, thiệt hại 12 ha rừng trồng.";
    assert_eq!(shown(page), ["_ 1 _ các xã, thị trấn _", "_ 2 i1 _ _", "_ 2 i1 Hạt Kiểm lâm _",]);
}

#[test]
fn sentences_and_lists_that_go_on() {
    let page = "Chủ tịch UBND tỉnh yêu cầu Sở Y tế khoanh vùng ổ dịch. Sở Tài chính bố trí kinh phí trong tháng 9. Sở đã mua 200 lít hóa chất.\n\n\
        UBND tỉnh ban hành Quyết định số 688/QĐ-UBND. Theo đó:\n\n\
        - Sở Xây dựng: cho nghỉ các lớp ven sông.\n\
        - Đoạn đường dài 12 km.\n";
    assert_eq!(
        shown(page),
        ["_ 1 _ Sở Y tế _", "_ 1 _ Sở Tài chính 2022-09", "- 1 _ Sở Xây dựng _"]
    );
}

#[test]
fn lists_of_facts_are_none() {
    for page in [
        "Kết quả thi đua 7 tháng đầu năm như sau:\n\n- Huyện Mai Sơn: 50 ha\n- Huyện Sông Mã: 70 ha\n",
        "Dự hội nghị có các đồng chí:\n\n- Lò Văn A, Bí thư Huyện ủy\n- Tòng Thị B, Chủ tịch UBND huyện\n",
        "Trường tuyển sinh các ngành:\n\n- Chăn nuôi thú y\n- Quản lý đất đai\n",
        "Sau 3 năm thực hiện, tỉnh đã đạt nhiều kết quả:\n\n1. Công an tỉnh tổ chức 12 đợt ra quân.\n2. Sở Y tế tiêm 20.000 liều vắc xin.\n",
    ] {
        assert_eq!(shown(page), Vec::<String>::new(), "{page}");
    }
}

/// Requests, bargains, courts, agendas, forms, results: much is asked for, nobody is instructed.
const NOBODY_IS_TOLD: &str = "\
Theo chỉ đạo của UBND tỉnh, các xã đã rà soát xong hộ nghèo. Huyện đạt nhiều yêu cầu của nông thôn mới. Giao thông đi lại thuận lợi hơn trước.\n\
\n\
Người dân đề nghị UBND xã sớm làm đường. Đại biểu HĐND tỉnh đề nghị Sở Giao thông vận tải làm rõ tiến độ. Tổ đại biểu số 3 kiến nghị Sở Y tế bổ sung thuốc.\n\
\n\
Bên mua yêu cầu bên bán giao hàng đúng hẹn. Kẻ gian yêu cầu gia đình chuyển tiền chuộc. Huấn luyện viên yêu cầu cầu thủ phòng ngự. Nhà trường giao lưu với đơn vị bộ đội biên phòng. Công ty bàn giao nhà cho các hộ dân.\n\
\n\
Thực hiện chỉ đạo của cấp trên, Công an huyện mở đợt cao điểm. Sự chỉ đạo quyết liệt của Huyện ủy tạo chuyển biến. Trưởng ban chỉ đạo phòng cháy là ông A. Lãnh đạo, chỉ đạo các cơ quan là việc khó. Bộ Y tế đề nghị Chính phủ cho mua thuốc. Nhu cầu của học sinh yêu cầu nhà trường đổi mới.\n\
\n\
Tòa án yêu cầu bị cáo bồi thường. Luật sư yêu cầu triệu tập nhân chứng. Các hộ được giao đất rừng. UBND huyện giao 500 ha rừng cho các hộ dân. Tỉnh được Trung ương giao chỉ tiêu 500 ha.\n\
\n\
Kết quả nổi bật gồm:\n\
- Sở Y tế tiêm được 20.000 liều.\n\
- Công an tỉnh triệt phá 12 đường dây.\n\
- Tăng trưởng kinh tế đạt 7,2%.\n\
- Bảo đảm an sinh xã hội cho 3.000 hộ.\n\
\n\
Chương trình làm việc của hội nghị như sau:\n\
1. Báo cáo kết quả 7 tháng.\n\
2. Thảo luận.\n\
3. Lãnh đạo tỉnh phát biểu chỉ đạo.\n\
\n\
Hồ sơ đề nghị cấp phép gồm:\n\
a) Đơn đề nghị theo mẫu;\n\
b) Bản sao giấy tờ.\n\
\n\
Ông nhấn mạnh một số kết quả sau:\n\
- Xây dựng 3 cầu treo.\n\
- Trường học được sửa.\n\
\n\
Sở Công Thương yêu cầu về giá điện rõ ràng. Chị đề nghị các con học hành tử tế.";

#[test]
fn not_everything_asked_for_is_an_instruction() {
    assert_eq!(shown(NOBODY_IS_TOLD), Vec::<String>::new());
}

#[test]
fn items_marked_with_a_stroke_and_openers() {
    let page = "UBND tỉnh giao nhiệm vụ cụ thể như sau:\n\n\
        1/ Sở Tài chính: Bố trí kinh phí trước ngày 20/8.\n\
        2/ Đối với Công an các huyện: Tuần tra biên giới.\n\
        3/ Đề nghị Ủy ban MTTQ Việt Nam tỉnh, các đoàn thể giám sát.\n";
    assert_eq!(
        shown(page),
        [
            "1 1 _ Sở Tài chính 2022-08-20",
            "2 1 _ Công an các huyện _",
            "3 1 _ Ủy ban MTTQ Việt Nam tỉnh + các đoàn thể _",
        ]
    );
}

/// The passages of the table, each with the instructions that it gives.
fn passages() -> Vec<(String, Vec<String>)> {
    let mut passages = Vec::new();
    let (mut text, mut want): (Vec<&str>, Vec<String>) = (Vec::new(), Vec::new());
    for line in include_str!("passages.txt").lines().filter(|line| !line.starts_with('#')) {
        match line.strip_prefix("=> ") {
            Some(directive) => want.push(directive.to_owned()),
            None if want.is_empty() => text.push(line),
            None => {
                want.retain(|directive| directive != "none");
                passages.push((text.join("\n"), std::mem::take(&mut want)));
                text = vec![line];
            }
        }
    }
    want.retain(|directive| directive != "none");
    passages.push((text.join("\n"), want));
    passages
}

#[test]
fn dispatches_news_and_interviews() {
    let wrong: Vec<String> = passages()
        .into_iter()
        .map(|(text, want)| (shown(&text), want, text))
        .filter(|(got, want, _)| got != want)
        .map(|(got, want, text)| format!("{text}\n  want {want:#?}\n  got {got:#?}"))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}
