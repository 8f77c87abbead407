/// Values as fields of a type take them from text.
enum FieldValue {
    /// A whole number; a fraction is cut off, as the server's `coerce` does.
    static func integer(_ text: String) -> Int? {
        if let whole = Int(text) { return whole }
        guard let number = Double(text), number.isFinite, abs(number) < 9.2e18 else { return nil }
        return Int(number)
    }
}
