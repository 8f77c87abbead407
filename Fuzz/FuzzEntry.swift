import Glibc

/// What libFuzzer calls for each input; `FUZZ_BOUNDARY` names the boundary the input goes to.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let bytes = Array(UnsafeBufferPointer(start: start, count: count))
    boundary.feed(bytes)
    return 0
}

private let boundary: Boundary = {
    let name = getenv("FUZZ_BOUNDARY").map { String(cString: $0) } ?? ""
    guard let boundary = Boundary(rawValue: name) else {
        let names = Boundary.allCases.map(\.rawValue).joined(separator: ", ")
        fatalError("set FUZZ_BOUNDARY to one of: \(names)")
    }
    return boundary
}()
