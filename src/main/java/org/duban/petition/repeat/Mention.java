package org.duban.petition.repeat;

/**
 * What a text says of an earlier letter: 与已公开的第九批举报件部分重复, 与 X2FJ201908130070 号件重复.
 *
 * @param phrase the words as they stand
 * @param batch the ordinal of the batch; null when a number is given
 * @param number the number; null when only a batch is given
 * @param partly 部分重复
 */
public record Mention(String phrase, Integer batch, String number, boolean partly) {

    /** One and the same target, however it was worded. */
    public String key() {
        return number != null ? number : "第" + batch + "批";
    }
}
