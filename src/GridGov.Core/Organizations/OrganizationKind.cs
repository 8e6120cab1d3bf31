namespace GridGov;

/// <summary>What an organisation is. The six are those that the library serves; the Chinese terms are laws' own unless said.</summary>
public enum OrganizationKind
{
    /// <summary>A department of government (职能部门); the term is assumed.</summary>
    Department = 1,

    /// <summary>A residents' or villagers' committee (居民委员会、村民委员会; 城市居民委员会组织法、村民委员会组织法).</summary>
    CommunityBody = 2,

    /// <summary>A property manager (物业服务人; 民法典).</summary>
    PropertyManager = 3,

    /// <summary>An owners' committee (业主委员会; 民法典 278).</summary>
    OwnersCommittee = 4,

    /// <summary>A social organisation (社会组织; GB/T 31000, secondary source).</summary>
    SocialOrganization = 5,

    /// <summary>An enterprise (企业), the self-employed included.</summary>
    Enterprise = 6,
}
