package org.duban.problem;

import org.duban.kernel.Refusal;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an office may decide for itself ({@code duban.problem.*}).
 *
 * @param maxReturns how often a problem may be returned; the return that reaches it goes to the leader, who decides
 *     finally. No published rule; the default is ours.
 * @param evidenceRequired whether a report of completion needs at least one piece of evidence
 */
@ConfigurationProperties("duban.problem")
public record ProblemSettings(
        @DefaultValue("2") int maxReturns,
        @DefaultValue("true") boolean evidenceRequired) {

    public ProblemSettings {
        if (maxReturns < 1) {
            throw new Refusal("maxReturns", "设置 duban.problem.max-returns 至少为 1。");
        }
    }
}
