package org.duban.journal;

import java.util.Map;
import org.springframework.stereotype.Component;

/** The ways work comes in, in the office's words; templates call it as {@code @ways}. */
@Component("ways")
public class Ways {

    private static final Map<String, String> LABELS = Map.of(
            "tasklist", "任务列表",
            "cockpit", "流程监控",
            "admin", "流程管理",
            "camunda", "流程平台",
            "engine-rest", "流程接口",
            "api", "数据接口",
            "desk", "工作台",
            "public", "公开页面",
            "background", "系统后台");

    public String label(String channel) {
        return LABELS.getOrDefault(channel, "其他");
    }
}
