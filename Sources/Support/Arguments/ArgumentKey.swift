/// What a declaration gives back for an argument: the key under which its value, with its type, is read.
package struct ArgumentKey<Value: Sendable>: Sendable {
    let index: Int
}
