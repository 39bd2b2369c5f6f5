package org.duban.petition.repeat;

import java.util.List;

/**
 * How much two letters are alike.
 *
 * @param score from 0 to 100
 * @param similarity of the texts alone, in percent
 * @param reasons sentences, the weightiest first
 */
public record Likeness(int score, int similarity, List<String> reasons) {}
