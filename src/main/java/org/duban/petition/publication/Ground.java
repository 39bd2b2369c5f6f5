package org.duban.petition.publication;

/** What the law lets an answer be kept from the public for. */
public enum Ground {
    STATE_SECRET("涉及国家秘密", "《政府信息公开条例》第十四条"),
    FORBIDDEN_BY_LAW("法律、行政法规禁止公开", "《政府信息公开条例》第十四条"),
    PUBLIC_SECURITY("公开可能危及国家安全、公共安全、经济安全、社会稳定", "《政府信息公开条例》第十四条"),
    TRADE_SECRET("涉及商业秘密", "《政府信息公开条例》第十五条"),
    PRIVACY("涉及个人隐私，遮盖后仍能认出本人", "《政府信息公开条例》第十五条"),
    INFORMER("举报人要求不公开，公开可能暴露举报人", "《政府信息公开条例》第十五条，《信访工作条例》关于不得泄露检举材料的规定"),
    CASE_FILE("属于行政执法案卷，正在查处", "《政府信息公开条例》第十六条");

    private final String label;
    private final String article;

    Ground(String label, String article) {
        this.label = label;
        this.article = article;
    }

    public String label() {
        return label;
    }

    /** Where it stands. */
    public String article() {
        return article;
    }
}
