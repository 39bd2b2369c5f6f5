package org.duban.petition;

import org.duban.kernel.Refusal;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an office may decide for itself ({@code duban.petition.*}).
 *
 * @param maxReturns how often a letter may be returned; the return that reaches it goes to the leader, who decides finally
 * @param maxRedispatches how often an answer may be sent back (二次派单) before a leader takes the case
 * @param maxDissatisfied how often a petitioner may be dissatisfied before a leader takes the case
 * @param longestBody how many characters a letter may have
 */
@ConfigurationProperties("duban.petition")
public record PetitionSettings(
        @DefaultValue("2") int maxReturns,
        @DefaultValue("2") int maxRedispatches,
        @DefaultValue("2") int maxDissatisfied,
        @DefaultValue("20000") int longestBody) {

    public PetitionSettings {
        if (maxReturns < 1) {
            throw new Refusal("maxReturns", "设置 duban.petition.max-returns 至少为 1。");
        }
        if (maxRedispatches < 1) {
            throw new Refusal("maxRedispatches", "设置 duban.petition.max-redispatches 至少为 1。");
        }
        if (maxDissatisfied < 1) {
            throw new Refusal("maxDissatisfied", "设置 duban.petition.max-dissatisfied 至少为 1。");
        }
    }
}
