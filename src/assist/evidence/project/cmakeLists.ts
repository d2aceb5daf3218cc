import { fact, firstBeside, firstMatch, firstNamed, type Manifest, type ProjectFacts } from './manifest.ts';

const testFrameworks = {
  GTest: 'GoogleTest',
  googletest: 'GoogleTest',
  Catch2: 'Catch2',
  doctest: 'doctest',
  'Boost.Test': 'Boost.Test',
  unit_test_framework: 'Boost.Test',
};
const managers = { 'conanfile.txt': 'Conan', 'conanfile.py': 'Conan', 'vcpkg.json': 'vcpkg' };

/** What a CMakeLists.txt tells. */
export function cmakeFacts(manifest: Manifest): ProjectFacts {
  const { text } = manifest;
  const plus = firstMatch(text, /(?:CMAKE_CXX_STANDARD[ "]+|cxx_std_)(\d{2})/);
  const plain = firstMatch(text, /(?:CMAKE_C_STANDARD[ "]+|\bc_std_)(\d{2})/);
  return {
    ...fact('language', plus ? `C++${plus}` : plain && `C${plain}`),
    packageManager: ['CMake', ...[firstBeside(manifest, managers)].filter(each => each !== undefined)].join(' with '),
    ...fact('tests', firstNamed(text, testFrameworks)),
    ...fact('formatter', firstBeside(manifest, { '.clang-format': 'clang-format' })),
  };
}
