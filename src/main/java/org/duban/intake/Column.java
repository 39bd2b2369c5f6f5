package org.duban.intake;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Columns of a problem list with the names they go by. Names differ from round to round and office to office
 * (published tables of 2017, 2019, 2023 and of several cities), so columns are known by name, never by place.
 */
enum Column {
    SERIAL("序号", "任务编号", "问题序号", "任务序号", "编号", "问题编号", "清单序号", "市序号", "项目编号", "整改编号", "受理编号", "NO"),
    SOURCE("问题来源", "来源", "来源督察", "督察来源", "任务来源", "督察轮次", "督察批次", "来源批次", "交办来源", "清单来源"),
    REGION(
            "行政区域", "地区", "县市区", "属地", "所属地区", "所在地区", "所属县市区", "涉及县市区", "涉及县区", "涉及地区", "区域", "所属区域", "县区", "所在县市区",
            "辖区"),
    TITLE("问题名称", "任务名称", "标题", "问题标题", "问题简述", "问题摘要"),
    DESCRIPTION(
            "具体问题",
            "问题",
            "反馈问题",
            "整改任务",
            "具体内容",
            "问题描述",
            "交办问题基本情况",
            "存在问题",
            "问题内容",
            "突出问题",
            "整改问题",
            "主要问题",
            "交办问题的基本情况",
            "问题基本情况",
            "督察反馈问题",
            "突出生态环境问题",
            "问题情况",
            "问题清单"),
    POLLUTION("问题类型", "污染类型", "问题类别", "污染类别", "环境要素", "要素"),
    SITE("点位地址", "地址", "点位", "具体地址", "问题地址", "具体点位", "所在位置", "具体位置", "地点", "详细地址", "点位名称"),
    LEAD("牵头单位", "市直牵头单位", "牵头部门", "市级牵头单位", "市直牵头部门", "整改牵头单位", "牵头责任单位"),
    RESPONSIBLE(
            "责任单位", "整改实施主体", "整改责任单位", "实施主体", "整改单位", "责任主体", "责任部门", "承办单位", "整改主体", "属地责任单位", "责任地区", "配合单位",
            "责任县市区"),
    SUPERVISING(
            "监管单位",
            "验收单位",
            "督办单位",
            "市直牵头验收监管单位",
            "市直牵头验收单位",
            "市直验收单位",
            "验收部门",
            "督导单位",
            "监管部门",
            "督导部门",
            "核查单位",
            "核查验收单位",
            "市直监管单位",
            "验收销号单位",
            "验收监管单位",
            "督办部门",
            "行业主管部门",
            "市直督导单位"),
    DEADLINE("整改时限", "完成时限", "整改期限", "时限", "完成时间", "整改完成时限", "整改完成时间", "计划完成时间", "办结时限", "完成期限", "要求完成时间", "整改截止时间"),
    DEADLINE_TYPE("整改类型", "整改类别", "时限类型", "整改性质"),
    GOAL("整改目标", "目标任务", "目标", "办结目标", "目标要求", "整改目标要求"),
    MEASURES("整改措施", "重点措施", "措施", "主要措施", "工作措施", "具体措施", "整改方案", "主要整改措施"),
    PROGRESS("整改进展", "完成情况", "整改完成情况", "整改情况", "进展情况", "目前进展", "整改进展情况", "工作进展", "整改落实情况"),
    RISK("风险等级", "风险", "风险级别", "问题等级", "重要程度"),
    REMARK("备注", "note", "说明");

    private static final Map<String, Column> BY_NAME = new HashMap<>();

    static {
        for (Column column : values()) {
            for (String name : column.names) {
                if (BY_NAME.put(Text.fold(name), column) != null) {
                    throw new IllegalStateException("heading named twice: " + name);
                }
            }
        }
    }

    private final List<String> names;

    Column(String... names) {
        this.names = List.of(names);
    }

    /** The name this column goes by in answers. */
    String label() {
        return names.get(0);
    }

    /** Recognised, but told elsewhere than by a list: progress comes with the monthly round. */
    boolean keptOut() {
        return this == PROGRESS || this == REMARK;
    }

    /** The column a heading means; remarks in brackets and alternatives after a slash are looked at when needed. */
    static Optional<Column> of(String heading) {
        String plain = Text.halfWidth(heading);
        return named(plain).or(() -> named(Text.withoutBrackets(plain))).or(() -> Arrays.stream(
                        Text.withoutBrackets(plain).split("[/、|]"))
                .map(Column::named)
                .flatMap(Optional::stream)
                .findFirst());
    }

    private static Optional<Column> named(String name) {
        return Optional.ofNullable(BY_NAME.get(Text.fold(name)));
    }
}
