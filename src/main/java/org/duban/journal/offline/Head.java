package org.duban.journal.offline;

/**
 * The last entry of a chain, signed apart from it: who cuts entries off cannot write the head that would fit.
 *
 * @param prev keyed hash of the entry before the last
 * @param proof keyed hash of the head itself
 */
public record Head(String chain, long seq, byte[] mac, byte[] prev, byte[] proof, String algorithm, String keyId) {

    public static Head of(Entry last, Signer signer) {
        Head head = new Head(last.chain(), last.seq(), last.mac(), last.prev(), null, last.algorithm(), last.keyId());
        return new Head(head.chain, head.seq, head.mac, head.prev, head.sign(signer), head.algorithm, head.keyId);
    }

    byte[] sign(Signer signer) {
        return signer.sign(algorithm, keyId, fields -> fields.text("duban-head-1")
                .text(chain)
                .number(seq)
                .bytes(mac)
                .bytes(prev)
                .text(algorithm)
                .text(keyId));
    }
}
