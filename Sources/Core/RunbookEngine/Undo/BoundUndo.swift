/// Something that takes steps back, bound.
package struct BoundUndo: Sendable {
    /// What is done; its identity is made for each step that it takes back.
    package let bound: BoundStep
    /// The positions of the steps that it takes back.
    package let positions: [Int]
}
