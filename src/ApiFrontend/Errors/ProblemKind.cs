namespace LoApi.ApiFrontend.Errors;

/// <summary>What all problems of a code have in common.</summary>
internal sealed record ProblemKind(string Code, int Status, string Title);
