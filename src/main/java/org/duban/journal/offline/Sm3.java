package org.duban.journal.offline;

import java.security.MessageDigest;

/** The hash SM3 of GB/T 32905-2016, which Java does not bring along. Not safe for use by several threads. */
final class Sm3 extends MessageDigest {

    static final int BLOCK = 64;
    private static final int LENGTH = 32;
    private static final int[] START = {
        0x7380166f, 0x4914b2b9, 0x172442d7, 0xda8a0600, 0xa96f30bc, 0x163138aa, 0xe38dee4d, 0xb0fb0e4e
    };

    private final int[] state = START.clone();
    private final int[] w = new int[68];
    private final byte[] block = new byte[BLOCK];
    private int filled;
    private long length;

    Sm3() {
        super("SM3");
    }

    @Override
    protected int engineGetDigestLength() {
        return LENGTH;
    }

    @Override
    protected void engineUpdate(byte input) {
        block[filled++] = input;
        length++;
        if (filled == BLOCK) {
            compress(block, 0);
            filled = 0;
        }
    }

    @Override
    protected void engineUpdate(byte[] input, int offset, int count) {
        int from = offset;
        int left = count;
        while (left > 0 && filled > 0) {
            engineUpdate(input[from++]);
            left--;
        }
        while (left >= BLOCK) {
            compress(input, from);
            length += BLOCK;
            from += BLOCK;
            left -= BLOCK;
        }
        while (left-- > 0) {
            engineUpdate(input[from++]);
        }
    }

    @Override
    protected byte[] engineDigest() {
        long bits = length * 8;
        engineUpdate((byte) 0x80);
        while (filled != BLOCK - 8) {
            engineUpdate((byte) 0);
        }
        for (int shift = 56; shift >= 0; shift -= 8) {
            engineUpdate((byte) (bits >>> shift));
        }
        byte[] digest = new byte[LENGTH];
        for (int i = 0; i < LENGTH; i++) {
            digest[i] = (byte) (state[i / 4] >>> (24 - 8 * (i % 4)));
        }
        engineReset();
        return digest;
    }

    @Override
    protected void engineReset() {
        System.arraycopy(START, 0, state, 0, START.length);
        filled = 0;
        length = 0;
    }

    private void compress(byte[] from, int offset) {
        for (int i = 0; i < 16; i++) {
            int at = offset + 4 * i;
            w[i] = (from[at] & 255) << 24 | (from[at + 1] & 255) << 16 | (from[at + 2] & 255) << 8 | from[at + 3] & 255;
        }
        for (int i = 16; i < 68; i++) {
            int x = w[i - 16] ^ w[i - 9] ^ Integer.rotateLeft(w[i - 3], 15);
            w[i] = p1(x) ^ Integer.rotateLeft(w[i - 13], 7) ^ w[i - 6];
        }
        int a = state[0];
        int b = state[1];
        int c = state[2];
        int d = state[3];
        int e = state[4];
        int f = state[5];
        int g = state[6];
        int h = state[7];
        for (int j = 0; j < 64; j++) {
            int constant = Integer.rotateLeft(j < 16 ? 0x79cc4519 : 0x7a879d8a, j);
            int ss1 = Integer.rotateLeft(Integer.rotateLeft(a, 12) + e + constant, 7);
            int ss2 = ss1 ^ Integer.rotateLeft(a, 12);
            int ff = j < 16 ? a ^ b ^ c : a & b | a & c | b & c;
            int gg = j < 16 ? e ^ f ^ g : e & f | ~e & g;
            int tt1 = ff + d + ss2 + (w[j] ^ w[j + 4]);
            int tt2 = gg + h + ss1 + w[j];
            d = c;
            c = Integer.rotateLeft(b, 9);
            b = a;
            a = tt1;
            h = g;
            g = Integer.rotateLeft(f, 19);
            f = e;
            e = tt2 ^ Integer.rotateLeft(tt2, 9) ^ Integer.rotateLeft(tt2, 17);
        }
        state[0] ^= a;
        state[1] ^= b;
        state[2] ^= c;
        state[3] ^= d;
        state[4] ^= e;
        state[5] ^= f;
        state[6] ^= g;
        state[7] ^= h;
    }

    private static int p1(int x) {
        return x ^ Integer.rotateLeft(x, 15) ^ Integer.rotateLeft(x, 23);
    }
}
