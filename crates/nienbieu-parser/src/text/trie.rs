//! Phrases as a tree of their bytes: all that stand at a place, in one walk over the text.

/// A set of keys, each known by its place among them.
///
/// Nodes lie level by level, so that the children of one lie side by side; those of the root are
/// found by their byte, since at most words of a text no key begins.
#[derive(Debug)]
pub(crate) struct Trie {
    /// The root's children by their bytes; 0 where there is none, for no child is the root.
    roots: Box<[u32; 256]>,
    nodes: Vec<Node>,
    /// The byte that leads to each node.
    labels: Vec<u8>,
}

/// A stretch of a key.
#[derive(Clone, Copy, Debug, Default)]
struct Node {
    /// Where its children lie in `nodes`.
    children: (u32, u32),
    /// The key that ends here, counted from one.
    key: u32,
}

impl Trie {
    /// A tree of keys; of two that are the same the first counts.
    pub(crate) fn new<K: AsRef<[u8]>>(keys: &[K]) -> Self {
        let bytes = |place: usize| keys[place].as_ref();
        let mut sorted: Vec<usize> = (0..keys.len()).collect();
        sorted.sort_by_key(|&place| bytes(place));
        sorted.dedup_by_key(|place| bytes(*place));

        let mut trie =
            Self { roots: Box::new([0; 256]), nodes: vec![Node::default()], labels: vec![0] };
        // The keys below each node, and how many of their bytes lead to it.
        let mut below = vec![(0..sorted.len(), 0)];
        let mut at = 0;
        while let Some((mut range, depth)) = below.get(at).cloned() {
            let first = trie.nodes.len();
            if let Some(&place) =
                sorted[range.clone()].first().filter(|&&p| bytes(p).len() == depth)
            {
                trie.nodes[at].key = index(place + 1);
                range.start += 1;
            }
            while let Some(&label) =
                sorted[range.clone()].first().map(|&place| &bytes(place)[depth])
            {
                let same =
                    sorted[range.clone()].partition_point(|&place| bytes(place)[depth] == label);
                if at == 0 {
                    trie.roots[usize::from(label)] = index(trie.nodes.len());
                }
                trie.nodes.push(Node::default());
                trie.labels.push(label);
                below.push((range.start..range.start + same, depth + 1));
                range.start += same;
            }
            trie.nodes[at].children = (index(first), index(trie.nodes.len()));
            at += 1;
        }
        trie
    }

    /// The keys that some bytes start with, the shortest first: their lengths and places.
    pub(crate) fn prefixes(
        &self,
        mut bytes: impl Iterator<Item = u8>,
    ) -> impl Iterator<Item = (usize, usize)> {
        let (mut node, mut length) = (0, 0);
        std::iter::from_fn(move || {
            loop {
                node = self.child(node, bytes.next()?)?;
                length += 1;
                if let Some(key) = self.nodes[node as usize].key.checked_sub(1) {
                    return Some((length, key as usize));
                }
            }
        })
    }

    /// The child of a node that a byte leads to.
    fn child(&self, parent: u32, byte: u8) -> Option<u32> {
        if parent == 0 {
            return Some(self.roots[usize::from(byte)]).filter(|&node| node > 0);
        }
        let (from, to) = self.nodes[parent as usize].children;
        let labels = &self.labels[from as usize..to as usize];
        labels.iter().zip(from..).find(|&(&label, _)| label == byte).map(|(_, node)| node)
    }
}
/// A place in a tree; no table has four billion bytes.
fn index(place: usize) -> u32 {
    u32::try_from(place).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_keys_at_a_place() {
        let keys = ["ca", "ca mắc", "c", "ở", "ca", "bé"];
        let trie = Trie::new(&keys);
        let at = |text: &str| trie.prefixes(text.bytes()).map(|(_, key)| key).collect::<Vec<_>>();
        assert_eq!(at("ca mắc mới"), [2, 0, 1]);
        assert_eq!(at("cam"), [2, 0]);
        assert_eq!(at("ở"), [3]);
        assert_eq!(at("b"), [0; 0]);
        assert_eq!(trie.prefixes("ca mắc".bytes()).last(), Some(("ca mắc".len(), 1)));
        assert!(Trie::new::<&str>(&[]).prefixes("ca".bytes()).next().is_none());
    }
}
