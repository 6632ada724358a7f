package org.keizoku.audit.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MerkleTreeTest {

    /** The test vectors that Certificate Transparency's implementations share. */
    private static final List<byte[]> DATA = Stream.of(
                    "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f")
            .map(HexFormat.of()::parseHex)
            .toList();

    @ParameterizedTest
    @CsvSource({
        "0, e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "1, 6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "2, fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        "3, aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        "5, 4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
        "7, ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
        "8, 5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"
    })
    void the_tree_is_the_standards(int leaves, String root) {
        assertThat(Hash.hex(MerkleTree.rootOf(DATA.subList(0, leaves)))).isEqualTo(root);
    }

    /** The way up of the standard's own example (RFC 9162, section 2.1.5): a tree of seven leaves. */
    @Test
    void the_way_of_each_leaf_is_the_standards() {
        List<Leaf> leaves =
                IntStream.range(0, 7).mapToObj(n -> new Leaf(n, Hash.of())).toList();
        byte[][] of = leaves.stream()
                .map(leaf -> Hash.of(new byte[] {0}, leaf.bytes()))
                .toArray(byte[][]::new);
        byte[] g = node(of[0], of[1]);
        byte[] h = node(of[2], of[3]);
        byte[] i = node(of[4], of[5]);
        byte[] k = node(g, h);
        byte[] l = node(i, of[6]);

        var paths = MerkleTree.paths(leaves);

        assertThat(paths.get(0)).containsExactly(of[1], h, l);
        assertThat(paths.get(3)).containsExactly(of[2], g, l);
        assertThat(paths.get(4)).containsExactly(of[5], of[6], k);
        assertThat(paths.get(6)).containsExactly(i, k);
        assertThat(node(k, l)).isEqualTo(MerkleTree.root(leaves));
        assertThat(MerkleTree.paths(leaves.subList(0, 1)).get(0)).isEmpty();
    }

    private static byte[] node(byte[] left, byte[] right) {
        return Hash.of(new byte[] {1}, left, right);
    }
}
