namespace LoApi.PlainAspNet.Errors;

/// <summary>What is wrong with one member of a body.</summary>
internal sealed record ProblemMember(string Pointer, string Code);
