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
            "- 2 i2 UBND các huyện, thành phố 2022-08-15",
            "- 2 i2 UBND các huyện, thành phố _",
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
    assert_eq!(
        shown(page),
        ["_ 1 _ các xã, thị trấn _", "_ 2 i1 các xã, thị trấn _", "_ 2 i1 Hạt Kiểm lâm _",]
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
