package org.duban.journal.offline;

/** The head of one chain as a seal found it; written only when it had changed since the seal before. */
public record Leaf(String chain, long seq, byte[] mac, long seal) {}
