namespace LoApi.ApiFrontend.Errors;

/// <summary>The problem that a request was answered with; a feature of the request.</summary>
/// <param name="Code">Its code.</param>
internal sealed record AnsweredProblem(string Code);
