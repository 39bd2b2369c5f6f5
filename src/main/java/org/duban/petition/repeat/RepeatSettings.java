package org.duban.petition.repeat;

import org.duban.kernel.Refusal;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an office may decide for itself ({@code duban.petition.repeat.*}).
 *
 * @param threshold from which score on two letters are proposed as repeats
 * @param shown how many candidates of one letter are kept at most
 */
@ConfigurationProperties("duban.petition.repeat")
record RepeatSettings(
        @DefaultValue("45") int threshold,
        @DefaultValue("10") int shown) {

    static final int DEFAULT_THRESHOLD = 45;

    RepeatSettings {
        if (threshold < 1 || threshold > 100) {
            throw new Refusal("threshold", "设置 duban.petition.repeat.threshold 应在 1 到 100 之间。");
        }
        if (shown < 1) {
            throw new Refusal("shown", "设置 duban.petition.repeat.shown 至少为 1。");
        }
    }
}
