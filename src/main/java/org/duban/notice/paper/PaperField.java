package org.duban.notice.paper;

/** What the caller tells of a paper, under the names that stand between braces in the templates. */
public final class PaperField {

    /** Name of the problem or petition. */
    public static final String PROBLEM = "问题";

    /** Its number in the list it came with. */
    public static final String LIST_NO = "清单序号";

    /** What gave cause, and the proof of it; for a letter of supervision, how things stand. */
    public static final String FACTS = "触发情形与证据";

    /** {@link #YELLOW} or {@link #RED}. */
    public static final String COLOUR = "牌级";

    /** The clause the paper rests on. */
    public static final String CLAUSE = "依据条款";

    /** What has to be done. */
    public static final String DEMAND = "整改要求";

    /** By when the unit answers in writing, in words: 2026年3月20日. */
    public static final String REPLY_BY = "书面反馈期限";

    /** Number of the warning that is lifted. */
    public static final String WARNING = "原警示文号";

    /** What the check on site found. */
    public static final String RESULT = "整改核查情况";

    /** When and where a talk was held, who led it, who was talked to, who wrote it down. */
    public static final String TALK_TIME = "约谈时间";

    public static final String TALK_PLACE = "约谈地点";
    public static final String TALK_BY = "约谈人";
    public static final String TALK_WITH = "被约谈人";
    public static final String TALK_WRITER = "记录人";

    /** Why the talk was held, what was said, what the unit promised. */
    public static final String TALK_CAUSE = "约谈事由";

    public static final String TALK_MINUTES = "约谈内容";
    public static final String TALK_PLEDGE = "表态";

    /** Receivers of a copy that are no units of the city, separated by 、; added to the draft's copies. */
    public static final String MORE_COPIES = "其他抄送";

    public static final String YELLOW = "黄牌";
    public static final String RED = "红牌";

    private PaperField() {}
}
