package org.duban.journal.offline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The test vectors of GB/T 32905, and keys. */
class Sm3Test {

    @Test
    void hashesTheStandardsExamples() {
        assertThat(hex("abc")).isEqualTo("66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0");
        assertThat(hex("abcd".repeat(16)))
                .isEqualTo("debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732");
        assertThat(hex("")).isEqualTo("1ab21d8355cfa17f8e61194831e81a8f22bec8c728fefb747ed035eb5082aa2b");
    }

    @Test
    void piecesGiveTheSameAsTheWhole() {
        byte[] bytes = new byte[1_000];
        Arrays.fill(bytes, (byte) 7);
        byte[] whole = new Sm3().digest(bytes);
        for (int cut : new int[] {1, 55, 56, 63, 64, 65, 128, 999}) {
            Sm3 hash = new Sm3();
            hash.update(bytes, 0, cut);
            hash.update(bytes, cut, bytes.length - cut);
            assertThat(hash.digest()).isEqualTo(whole);
        }
    }

    @Test
    void aSignerSignsAgainAndAgainTheSame() {
        for (Algorithm algorithm : Algorithm.values()) {
            Signer signer = Keys.ring(algorithm, "a").signer();
            byte[] one = signer.sign(algorithm.label(), "a", fields -> fields.text("x"));
            byte[] other = signer.sign(algorithm.label(), "a", fields -> fields.text("y"));
            assertThat(signer.sign(algorithm.label(), "a", fields -> fields.text("x")))
                    .isEqualTo(one)
                    .isNotEqualTo(other)
                    .hasSize(32);
        }
    }

    @Test
    void hmacWithSm3IsTheKnownOne() {
        // Key and message of RFC 4231's second case, made as long as a key must be.
        KeyRing keys = KeyRing.of(
                List.of("k:"
                        + java.util.Base64.getEncoder()
                                .encodeToString("Jefe".repeat(8).getBytes())),
                Algorithm.HMAC_SM3);
        byte[] mac = keys.signer().sign("HMAC-SM3", "k", fields -> fields.bytes("what".getBytes()));
        byte[] message = {0, 0, 0, 4, 'w', 'h', 'a', 't'};
        assertThat(mac).isEqualTo(byTheBook("Jefe".repeat(8).getBytes(), message));
    }

    // HMAC(K, m) = H((K ^ opad) || H((K ^ ipad) || m)), spelt out.
    private static byte[] byTheBook(byte[] key, byte[] message) {
        byte[] inner = new byte[64];
        byte[] outer = new byte[64];
        for (int i = 0; i < 64; i++) {
            byte k = i < key.length ? key[i] : 0;
            inner[i] = (byte) (k ^ 0x36);
            outer[i] = (byte) (k ^ 0x5c);
        }
        Sm3 hash = new Sm3();
        hash.update(inner);
        byte[] within = hash.digest(message);
        hash.update(outer);
        return hash.digest(within);
    }

    @Test
    void shortDoubleAndMissingKeysAreRefusedWithoutShowingThem() {
        assertThatThrownBy(() -> KeyRing.of(List.of("a:c2hvcnQ="), Algorithm.HMAC_SHA_256))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("line 1");
        assertThatThrownBy(() -> KeyRing.of(List.of("# none", ""), Algorithm.HMAC_SHA_256))
                .hasMessage("no key");
        String line = Keys.line("a");
        assertThatThrownBy(() -> KeyRing.of(List.of(line, line), Algorithm.HMAC_SHA_256))
                .hasMessage("line 2");
    }

    @Test
    void everyPathLeadsToTheRootAndNoOtherLeafDoes() {
        for (int size = 1; size <= 20; size++) {
            List<byte[]> leaves = new java.util.ArrayList<>();
            MerkleTree tree = new MerkleTree(Algorithm.HMAC_SHA_256);
            for (int i = 0; i < size; i++) {
                byte[] leaf = MerkleTree.leaf(Algorithm.HMAC_SHA_256, "WT2026-" + i, i, new byte[32]);
                leaves.add(leaf);
                tree.add(leaf);
            }
            for (int i = 0; i < size; i++) {
                List<byte[]> path = MerkleTree.path(Algorithm.HMAC_SHA_256, leaves, i);
                assertThat(MerkleTree.rootOf(Algorithm.HMAC_SHA_256, leaves.get(i), i, size, path))
                        .isEqualTo(tree.root());
                assertThat(MerkleTree.rootOf(Algorithm.HMAC_SHA_256, new byte[32], i, size, path))
                        .isNotEqualTo(tree.root());
            }
        }
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(new Sm3().digest(text.getBytes(StandardCharsets.US_ASCII)));
    }
}
