package org.duban.petition.publication;

/**
 * What may give a person away in running text. Of the identifying ones nothing may remain in a published text unless
 * somebody has said so for that very place.
 */
public enum MaskKind {
    NAME("姓名", false),
    MOBILE("手机号", true),
    LANDLINE("电话号码", true),
    ID_CARD("身份证件号", true),
    PLATE("车牌号", true),
    EMAIL("电子邮箱", true),
    ACCOUNT("微信、QQ 等账号", true),
    BANK_CARD("银行账号", true),
    ROOM("门牌、房号", false),
    REMAINS("没有遮全的号码", true);

    private final String label;
    private final boolean identifying;

    MaskKind(String label, boolean identifying) {
        this.label = label;
        this.identifying = identifying;
    }

    public String label() {
        return label;
    }

    /** Whether it leads to one person by itself. */
    public boolean identifying() {
        return identifying;
    }
}
