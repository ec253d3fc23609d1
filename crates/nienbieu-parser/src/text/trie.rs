//! Phrases as a tree of their bytes: all that stand at a place, in one walk over the text.

use std::{collections::VecDeque, ops::Range};

/// A set of keys, each known by its place among them: a double-array trie with tails (Aoe 1989).
///
/// The child of a node that a byte leads to lies at the node's base with the byte's bits flipped, where
/// what lies there names the node as its parent. What only one key goes on with is kept as its tail.
#[derive(Debug)]
pub(crate) struct Trie {
    nodes: Vec<Node>,
    tails: Vec<u8>,
}

/// A stretch of a key.
#[derive(Clone, Copy, Debug)]
struct Node {
    /// Where its children lie; where it has a tail instead, where that starts.
    base: u32,
    parent: u32,
    /// The key that ends here or behind the tail, counted from one; none is 0.
    key: u32,
    /// How many bytes its tail has.
    tail: u32,
}

/// The parent of what is no node, and of the root.
const NONE: u32 = u32::MAX;
const ABOVE: u32 = NONE - 1;

impl Trie {
    /// A tree of keys; of two that are the same the first counts.
    pub(crate) fn new<K: AsRef<[u8]>>(keys: &[K]) -> Self {
        let bytes = |place: u32| keys[place as usize].as_ref();
        let mut sorted: Vec<u32> = (0..).take(keys.len()).collect();
        sorted.sort_by_key(|&place| bytes(place));
        sorted.dedup_by_key(|place| bytes(*place));

        let mut builder = Builder { nodes: Vec::new(), free: 1 };
        let mut tails: Vec<u8> = Vec::new();
        builder.node(0).parent = ABOVE;
        // The nodes whose children are to be laid, with the keys below them and the bytes that lead there.
        let mut open = VecDeque::from([(0, 0..sorted.len(), 0)]);
        while let Some((at, mut below, depth)) = open.pop_front() {
            if let [place] = sorted[below.clone()] {
                let tail = &bytes(place)[depth..];
                let (base, tail_len) = (index(tails.len()), index(tail.len()));
                tails.extend(tail);
                let node = builder.node(at);
                (node.base, node.key, node.tail) = (base, place + 1, tail_len);
                continue;
            }
            if let Some(&place) =
                sorted[below.clone()].first().filter(|&&p| bytes(p).len() == depth)
            {
                builder.node(at).key = place + 1;
                below.start += 1;
            }
            let children = branches(&sorted[below.clone()], |&place| bytes(place)[depth]);
            let base = builder.room(&children);
            builder.node(at).base = base;
            for (label, keys) in children {
                let child = base ^ u32::from(label);
                builder.node(child).parent = at;
                let keys = below.start + keys.start..below.start + keys.end;
                open.push_back((child, keys, depth + 1));
            }
        }
        Self { nodes: builder.nodes, tails }
    }

    /// The keys that some bytes start with, the shortest first: their lengths and places.
    pub(crate) fn prefixes(
        &self,
        mut bytes: impl Iterator<Item = u8>,
    ) -> impl Iterator<Item = (usize, usize)> {
        let (mut at, mut length) = (0, 0);
        let mut node = self.nodes.first();
        std::iter::from_fn(move || {
            loop {
                // A node with a tail has no children: what follows is the tail, and then nothing.
                if let Some(own) = node.filter(|node| node.tail > 0) {
                    let from = own.base as usize;
                    let tail = self.tails.get(from..from + own.tail as usize)?;
                    for &byte in tail {
                        if bytes.next()? != byte {
                            return None;
                        }
                    }
                    node = None;
                    return Some((length + tail.len(), own.key as usize - 1));
                }
                let child = node?.base ^ u32::from(bytes.next()?);
                let next = self.nodes.get(child as usize).filter(|next| next.parent == at)?;
                (at, node) = (child, Some(next));
                length += 1;
                if next.key > 0 && next.tail == 0 {
                    return Some((length, next.key as usize - 1));
                }
            }
        })
    }
}

/// A place in an array; no table of phrases has four billion bytes.
fn index(place: usize) -> u32 {
    u32::try_from(place).unwrap_or(u32::MAX)
}

/// The stretches of sorted keys that go on with the same byte.
fn branches(keys: &[u32], label: impl Fn(&u32) -> u8) -> Vec<(u8, Range<usize>)> {
    let mut found = Vec::new();
    let mut at = 0;
    for same in keys.chunk_by(|a, b| label(a) == label(b)) {
        found.extend(same.first().map(|key| (label(key), at..at + same.len())));
        at += same.len();
    }
    found
}

/// Nodes on their way to being a trie.
struct Builder {
    nodes: Vec<Node>,
    /// No room is left before this place.
    free: u32,
}

impl Builder {
    /// The node at a place; the array grows where it must.
    fn node(&mut self, at: u32) -> &mut Node {
        let at = at as usize;
        if self.nodes.len() <= at {
            self.nodes.resize(at + 1, Node { base: 0, parent: NONE, key: 0, tail: 0 });
        }
        &mut self.nodes[at]
    }

    fn is_free(&self, at: u32) -> bool {
        at > 0 && self.nodes.get(at as usize).is_none_or(|node| node.parent == NONE)
    }

    /// The first base that leaves room for all children.
    fn room(&mut self, children: &[(u8, Range<usize>)]) -> u32 {
        let Some((first, _)) = children.first() else { return 0 };
        while !self.is_free(self.free) {
            self.free += 1;
        }
        let bases = (self.free..).filter(|&at| self.is_free(at)).map(|at| at ^ u32::from(*first));
        let fits =
            |base: &u32| children.iter().all(|(label, _)| self.is_free(base ^ u32::from(*label)));
        bases.into_iter().find(fits).unwrap_or_default()
    }
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
        let alone = Trie::new(&["ca mắc"]);
        assert_eq!(alone.prefixes("ca mắc mới".bytes()).collect::<Vec<_>>(), [("ca mắc".len(), 0)]);
        assert_eq!(alone.prefixes("ca".bytes()).count() + alone.prefixes("em".bytes()).count(), 0);
        assert!(Trie::new::<&str>(&[]).prefixes("ca".bytes()).next().is_none());
    }
}
