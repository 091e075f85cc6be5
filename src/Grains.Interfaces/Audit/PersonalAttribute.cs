namespace LoApi.Audit;

/// <summary>
/// The member holds personal data: the audit log's chain covers a salted digest of it instead of the value, so that it
/// can be erased from the log later. Members of a model that is itself such a member need no attribute of their own.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class PersonalAttribute : Attribute;
