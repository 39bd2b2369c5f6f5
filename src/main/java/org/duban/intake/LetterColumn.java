package org.duban.intake;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Columns of a table of letters with the names they go by: official tables of 2017, 2019 and 2023, platforms, offices. */
enum LetterColumn {
    NUMBER("受理编号", "信访编号", "举报编号", "来件编号", "编号", "工单编号", "投诉编号", "信访件编号"),
    HANDOVER("交办编号", "转办编号"),
    INSPECTION("督察来源", "来源", "督察轮次", "督察", "问题来源", "来件来源", "督察名称"),
    BATCH("批次", "交办批次", "移交批次"),
    RECEIVED("受理日期", "来件日期", "受理时间", "收到日期", "投诉时间", "举报日期", "投诉日期", "举报时间", "登记日期"),
    HANDED("移交日期", "交办日期", "转办日期", "移交时间"),
    CHANNEL("来件方式", "投诉方式", "举报方式", "渠道", "信访渠道", "来件渠道", "信访方式", "受理方式"),
    STARRED("是否重点件", "重点件", "是否重点"),
    CITY("行政区域", "地区", "行政区划", "所属地区"),
    COUNTY("县市区", "所在县市区", "区县", "县区", "属地", "所属县市区"),
    PLACE("地址", "详细地址", "具体位置", "地点", "点位地址", "具体地址", "污染地点"),
    FIRM("被举报单位", "被投诉单位", "企业名称", "被投诉对象", "污染源名称", "被举报对象", "涉及企业"),
    POLLUTION("污染类型", "污染类别"),
    PROBLEM_TYPE("问题类型", "问题类别"),
    BODY("交办问题基本情况", "交办问题的基本情况", "问题基本情况", "信访内容", "举报内容", "投诉内容", "来件内容", "反映问题", "主要内容", "反映内容", "举报问题", "信访件内容"),
    FINDINGS("调查核实情况", "核实情况", "调查情况"),
    VERDICT("是否属实"),
    GOAL("办结目标"),
    HANDLING("处理和整改情况", "处理整改情况", "整改情况", "办理情况"),
    OUTCOME("是否办结", "办结情况", "办理结果"),
    ACCOUNTABILITY("责任人被处理情况", "问责情况"),
    REFERENCE("重复件关联", "重复情况", "关联件", "关联编号"),
    PUBLISHED("反馈公开日期", "公开日期", "反馈日期"),
    NAME("信访人", "投诉人", "举报人", "姓名", "来信人", "来电人", "信访人姓名", "举报人姓名", "投诉人姓名"),
    PHONE("联系电话", "电话", "手机", "手机号码", "联系方式", "信访人电话", "举报人电话"),
    ID_NUMBER("身份证号", "身份证号码", "证件号码"),
    ADDRESS("联系地址", "信访人地址", "通讯地址", "信访人住址"),
    ANONYMOUS("是否匿名", "匿名");

    private static final Map<String, LetterColumn> BY_NAME = new HashMap<>();

    static {
        for (LetterColumn column : values()) {
            for (String name : column.names) {
                if (BY_NAME.put(Text.fold(name), column) != null) {
                    throw new IllegalStateException("heading named twice: " + name);
                }
            }
        }
    }

    private final List<String> names;

    LetterColumn(String... names) {
        this.names = Arrays.asList(names);
    }

    /** The name this column goes by in answers. */
    String label() {
        return names.get(0);
    }

    /** Says who wrote; nobody reads it outside the sealed identity. */
    boolean ofIdentity() {
        return this == NAME || this == PHONE || this == ID_NUMBER || this == ADDRESS;
    }

    /** The column a heading means; remarks in brackets are looked at when needed. */
    static Optional<LetterColumn> of(String heading) {
        String plain = Text.halfWidth(heading);
        return named(plain).or(() -> named(Text.withoutBrackets(plain)));
    }

    private static Optional<LetterColumn> named(String name) {
        return Optional.ofNullable(BY_NAME.get(Text.fold(name)));
    }
}
