/// Numbers of which the least is at hand (a binary heap; Williams, 1964).
struct MinimumHeap {
    private var numbers: [Int] = []

    /// The least number.
    var first: Int? { numbers.first }

    mutating func insert(_ number: Int) {
        numbers.append(number)
        var child = numbers.count - 1
        while child > 0, numbers[child] < numbers[(child - 1) / 2] {
            numbers.swapAt(child, (child - 1) / 2)
            child = (child - 1) / 2
        }
    }

    mutating func removeFirst() {
        guard let last = numbers.popLast(), !numbers.isEmpty else { return }
        numbers[0] = last
        var parent = 0
        while true {
            let children = [2 * parent + 1, 2 * parent + 2].filter { $0 < numbers.count }
            guard let least = children.min(by: { numbers[$0] < numbers[$1] }), numbers[least] < numbers[parent] else {
                return
            }
            numbers.swapAt(parent, least)
            parent = least
        }
    }
}
