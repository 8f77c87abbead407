/// Ends the process when something does not hold that always must, so that the fuzzer keeps the input.
func promise(_ holds: Bool, _ what: @autoclosure () -> String) {
    if !holds { fatalError("broken promise: \(what())") }
}
