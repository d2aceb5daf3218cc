/**
 * What a proxy shows that opens the connections of others: all for the public key of `certificates.ts`, issued by an authority of its
 * own. The authority's key was thrown away.
 */

/** The authority, until 2120. */
export const interceptingAuthority = `
-----BEGIN CERTIFICATE-----
MIIBZjCCAQ2gAwIBAgIBATAKBggqhkjOPQQDAjAaMRgwFgYDVQQDDA9JbnRlcmNl
cHRpb24gQ0EwIBcNMjAwMTAxMDAwMDAwWhgPMjEyMDAxMDEwMDAwMDBaMBoxGDAW
BgNVBAMMD0ludGVyY2VwdGlvbiBDQTBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IA
BON1WVYaZX3J95zsufGr5XKqZmwu6UW4wEU/CwyWRqoqTWYrJPF5rjKPH6JQhbZf
d1HhqCre9DM6KLrFQE7Zf3CjQjBAMA8GA1UdEwEB/wQFMAMBAf8wDgYDVR0PAQH/
BAQDAgIEMB0GA1UdDgQWBBRPK6qekqByYuV/woAecmHKpU/TBDAKBggqhkjOPQQD
AgNHADBEAiBj5v+vPtQc/ZZ+iHyBy8fPYj+gXom6wC0urs29FGmPqAIgUYb131fh
U6lNsoYtPR71yk1j8JRetUS7t4JOKewUYb0=
-----END CERTIFICATE-----
`;

/** For other.example, until 2120. */
export const interceptedCertificate = `
-----BEGIN CERTIFICATE-----
MIIBfjCCASWgAwIBAgIBAjAKBggqhkjOPQQDAjAaMRgwFgYDVQQDDA9JbnRlcmNl
cHRpb24gQ0EwIBcNMjAwMTAxMDAwMDAwWhgPMjEyMDAxMDEwMDAwMDBaMBgxFjAU
BgNVBAMMDW90aGVyLmV4YW1wbGUwWTATBgcqhkjOPQIBBggqhkjOPQMBBwNCAAQC
BtbeSf+ROnkDznBfBMfk3J2wWpOBc3xv9CuPDzPjiUYAc4avFlxq0l8oiJbBFuOk
fLim9KE4zGNMZrM2PZaRo1wwWjAYBgNVHREEETAPgg1vdGhlci5leGFtcGxlMB0G
A1UdDgQWBBQi0/cWHSWmhMCd3Bod4ZH+OG8p3jAfBgNVHSMEGDAWgBRPK6qekqBy
YuV/woAecmHKpU/TBDAKBggqhkjOPQQDAgNHADBEAiBRad5PlhKLTic89CrEqPCo
Na1hMUCCscG8XdznlN/AqQIgG5PKk9bgM1Yy04ZbUOOFXHIxRA6loy59x97WJs4d
6qQ=
-----END CERTIFICATE-----
`;

/** For other.example, expired in 2020. */
export const interceptedAndExpired = `
-----BEGIN CERTIFICATE-----
MIIBfjCCASOgAwIBAgIBAzAKBggqhkjOPQQDAjAaMRgwFgYDVQQDDA9JbnRlcmNl
cHRpb24gQ0EwHhcNMjAwMTAxMDAwMDAwWhcNMjAwMjAxMDAwMDAwWjAYMRYwFAYD
VQQDDA1vdGhlci5leGFtcGxlMFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEAgbW
3kn/kTp5A85wXwTH5NydsFqTgXN8b/Qrjw8z44lGAHOGrxZcatJfKIiWwRbjpHy4
pvShOMxjTGazNj2WkaNcMFowGAYDVR0RBBEwD4INb3RoZXIuZXhhbXBsZTAdBgNV
HQ4EFgQUItP3Fh0lpoTAndwaHeGR/jhvKd4wHwYDVR0jBBgwFoAUTyuqnpKgcmLl
f8KAHnJhyqVP0wQwCgYIKoZIzj0EAwIDSQAwRgIhAIliSCIOIHT1htjZfWNUhqBV
PbLTrMrHunllEWsjnzvDAiEAl1TyE5xSvZXNeBodKYW/vCiiaEGZeE6aIZ4s8Jph
Fo8=
-----END CERTIFICATE-----
`;
