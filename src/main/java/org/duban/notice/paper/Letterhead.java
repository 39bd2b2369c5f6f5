package org.duban.notice.paper;

/**
 * The office's own words on a kind of paper.
 *
 * @param mark before the year of the number: 泉环委警
 * @param head in red on top
 * @param organ who signs at the end
 */
public record Letterhead(PaperKind kind, String mark, String head, String organ) {

    /** 泉环委警〔2026〕3号. */
    public String number(int year, int serial) {
        return mark + "〔" + year + "〕" + serial + "号";
    }
}
