package org.duban.problem;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.stream.Collectors;

/** What officers file, as the forms send it. */
public final class TaskForms {

    private TaskForms() {}

    public static String sign() {
        return "{\"decision\":\"sign\"}";
    }

    public static String giveBack(String reason) {
        return "{\"decision\":\"return\",\"reasonCode\":\"NOT_OUR_AREA\",\"reason\":\"%s\",\"suggestedUnit\":\"350581\"}"
                .formatted(reason);
    }

    public static String keep() {
        return "{\"decision\":\"keep\",\"reason\":\"点位在本市辖区内\"}";
    }

    public static String reassign(String unit) {
        return "{\"decision\":\"reassign\",\"leadUnit\":\"%s\",\"reason\":\"点位属于南安\"}".formatted(unit);
    }

    public static String decideLead(String unit) {
        return "{\"leadUnit\":\"%s\",\"reason\":\"经研究由该单位牵头\"}".formatted(unit);
    }

    public static String confirmDispatch(String lead, String kind, LocalDate dueOn) {
        return "{\"leadUnit\":\"%s\",\"responsibleUnits\":[\"%s\"],\"supervisingUnit\":\"35050012\",\"deadlineKind\":\"%s\"%s}"
                .formatted(lead, lead, kind, dueOn == null ? "" : ",\"dueOn\":\"" + dueOn + "\"");
    }

    public static String plan(LocalDate... dueOn) {
        String measures = Arrays.stream(dueOn)
                .map(due -> "{\"text\":\"排查并改造管网\",\"dueOn\":\"%s\",\"responsiblePerson\":\"陈水平\",\"unit\":\"350582\"}"
                        .formatted(due))
                .collect(Collectors.joining(","));
        return "{\"goal\":\"断面稳定达到Ⅲ类\",\"contact\":\"林小河\",\"phone\":\"0595-85000000\",\"measures\":[" + measures
                + "]}";
    }

    public static String accept() {
        return "{\"decision\":\"accept\"}";
    }

    public static String returnPlan() {
        return "{\"decision\":\"return\",\"reason\":\"措施没有明确责任人\"}";
    }

    public static String done(LocalDate completedOn) {
        String criteria = Arrays.stream(Criterion.values())
                .map(criterion -> "\"%s\":{\"text\":\"%s:已落实\"}".formatted(criterion, criterion.label()))
                .collect(Collectors.joining(","));
        return "{\"text\":\"管网改造完成\",\"completedOn\":\"%s\",\"criteria\":{%s}}".formatted(completedOn, criteria);
    }

    public static String headSigns() {
        return "{\"decision\":\"sign\"}";
    }

    public static String headReturns() {
        return "{\"decision\":\"return\",\"reason\":\"缺少改造后的照片\"}";
    }

    public static String checkPreliminarily(boolean pass, LocalDate on) {
        return "{\"decision\":\"%s\",\"checkedOn\":\"%s\",\"principal\":\"王建设\",\"opinion\":\"%s\"}"
                .formatted(pass ? "pass" : "fail", on, pass ? "同意报市级核查" : "下游仍有渗漏");
    }

    /** Meets every criterion but those named. */
    public static String verify(LocalDate on, Criterion... failed) {
        String criteria = Arrays.stream(Criterion.values())
                .map(criterion -> Arrays.asList(failed).contains(criterion)
                        ? "\"%s\":{\"met\":false,\"reason\":\"现场不符合:%s\"}".formatted(criterion, criterion.label())
                        : "\"%s\":{\"met\":true}".formatted(criterion))
                .collect(Collectors.joining(","));
        return "{\"visitedOn\":\"%s\",\"visitors\":\"张核、李查\",\"criteria\":{%s},\"opinion\":\"现场核查意见\"}"
                .formatted(on, criteria);
    }

    public static String answer(boolean upheld) {
        return "{\"upheld\":%s,\"answer\":\"%s\"}".formatted(upheld, upheld ? "反映属实,重新整改" : "经复核,水质达标");
    }

    public static String strikeOff(boolean approve) {
        return "{\"decision\":\"%s\",\"opinion\":\"%s\"}"
                .formatted(approve ? "approve" : "reject", approve ? "同意销号" : "举一反三材料不足");
    }

    public static String lookBack(LocalDate on, boolean relapsed) {
        return "{\"visitedOn\":\"%s\",\"relapsed\":%s,\"finding\":\"%s\"}"
                .formatted(on, relapsed, relapsed ? "排口再次出现黑臭水体" : "水质稳定");
    }

    public static String standingReport() {
        return "{\"text\":\"巡查机制持续运行\"}";
    }

    public static String continueStanding() {
        return "{\"decision\":\"continue\",\"opinion\":\"继续坚持\"}";
    }

    public static String convertStanding(LocalDate dueOn) {
        return "{\"decision\":\"convert\",\"opinion\":\"巡查中断,转为限期整改\",\"dueOn\":\"%s\"}".formatted(dueOn);
    }
}
