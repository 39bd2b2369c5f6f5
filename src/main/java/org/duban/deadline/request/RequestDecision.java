package org.duban.deadline.request;

/**
 * The answer to a request.
 *
 * @param wish what was granted, which may be less than was asked; null when refused
 * @param afterExpiry whether the deadline had passed when it was given
 */
public record RequestDecision(boolean granted, Wish wish, String reason, boolean afterExpiry, Stamp stamp) {}
