/// What became of an action (semantics, "Outcomes"): handlers say which, the engine decides what follows.
public enum Outcome: Sendable {
    /// A complete response came, whatever it says.
    case answered(Response)
    /// It was certainly not done, such as after a refused connection.
    case refused(Refusal)
    /// It may have been done, such as after a time-out.
    ///
    /// The response is what came in its place, such as the page of a gateway, or what a command wrote until it was
    /// stopped; it is only shown.
    case unknown(reason: String, response: Response? = nil)
}
