package import ElasticRequests
package import RunbookModel

extension RequestTemplate {
    /// The request as the engine takes it.
    package var actionTemplate: ActionTemplate { actionTemplate(adding: []) }

    fileprivate func actionTemplate(adding further: [ActionTemplate.Field]) -> ActionTemplate {
        var fields = [
            ActionTemplate.Field("method", Template(literal: method.value)), ActionTemplate.Field("path", path),
        ]
        if let query { fields.append(ActionTemplate.Field("query", query)) }
        if let body { fields.append(ActionTemplate.Field("body", body)) }
        var template = ActionTemplate(
            effect: sample.effect, title: title, fields: fields + further, wait: sample.wait,
            isOpenEnded: sample.isOpenEnded, span: span)
        template.isWaitStated = sample.statedWait != nil
        template.waitsForExistence = sample.waitsForIndex
        template.isSafeTwice = sample.isSafeTwice
        template.seesLate = sample.seesLate
        template.makesSeen = sample.makesSeen
        return template
    }
}

extension CurlRequest {
    /// The request as the engine takes it, with the user and the server that its command names.
    package var actionTemplate: ActionTemplate {
        var fields: [ActionTemplate.Field] = []
        if let user { fields.append(ActionTemplate.Field("user", user)) }
        if let password { fields.append(ActionTemplate.Field("password", password)) }
        if let server { fields.append(ActionTemplate.Field("server", Template(literal: server.description))) }
        return request.actionTemplate(adding: fields)
    }
}
