package org.duban.card;

import java.util.List;

/** Everything of one card: as it stands, and what led to it. */
public record CardFile(
        Card card,
        List<Proposal> proposals,
        List<CardDecision> decisions,
        List<Issue> issues,
        List<Signature> signatures,
        List<Reply> replies,
        List<Objection> objections,
        List<Lifting> liftings,
        List<Consequence> consequences) {}
