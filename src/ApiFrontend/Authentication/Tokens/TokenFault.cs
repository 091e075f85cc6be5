namespace LoApi.ApiFrontend.Authentication;

/// <summary>Why a token is refused. For the log only: a caller never learns.</summary>
internal enum TokenFault
{
    /// <summary>It is longer than a token may be.</summary>
    TooLong,

    /// <summary>It is not three parts in canonical base64url, the last of them a signature of 32 bytes.</summary>
    Encoding,

    /// <summary>Its header is no JSON object, or has a member twice.</summary>
    Header,

    /// <summary>Its header has another member than <c>alg</c>, <c>typ</c> and <c>kid</c>.</summary>
    HeaderMember,

    /// <summary>Its <c>alg</c> is not HS256.</summary>
    Algorithm,

    /// <summary>Its <c>typ</c> is not JWT.</summary>
    Type,

    /// <summary>Its <c>kid</c> is not there or has not the form of one.</summary>
    KeyIdForm,

    /// <summary>Its <c>kid</c> claims to be a key of a client that is not there.</summary>
    UnknownClient,

    /// <summary>Its client is disabled.</summary>
    DisabledClient,

    /// <summary>Its client has no such key, or has it no longer.</summary>
    UnknownKey,

    /// <summary>Its key is revoked or does not hold yet.</summary>
    KeyDoesNotHold,

    /// <summary>Its signature is not that of its key.</summary>
    Signature,

    /// <summary>Its claims are no JSON object, or have a member twice.</summary>
    Claims,

    /// <summary>Its <c>iss</c> or <c>sub</c> is not the key's client.</summary>
    Issuer,

    /// <summary>Its <c>aud</c> is not this service, or not this service alone.</summary>
    Audience,

    /// <summary>Its <c>iat</c> or <c>exp</c> is not there or is no time.</summary>
    Times,

    /// <summary>It was issued in the future, or is not to hold yet.</summary>
    NotYet,

    /// <summary>It is to hold for longer than a token may.</summary>
    LongLived,

    /// <summary>It has expired.</summary>
    Expired,

    /// <summary>Its <c>jti</c> is not there, or no text of the length that is allowed.</summary>
    TokenId,

    /// <summary>Its <c>request_context</c> is no object of texts.</summary>
    RequestContext,

    /// <summary>Its <c>oidc</c> or <c>ulp_session</c> is no text.</summary>
    UserProof,
}
