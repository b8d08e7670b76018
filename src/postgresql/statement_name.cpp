// BLAKE2s-256 (RFC 7693), unkeyed.
#include "src/postgresql/statement_name.hpp"

#include <fmt/format.h>

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>

namespace strata::postgresql {
namespace {

using words = std::array<std::uint32_t, 8>;
constexpr std::size_t block_size = 64;

constexpr words initial = {
    0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};

// Which of a block's words the rounds take, in order.
constexpr std::array<std::string_view, 10> schedule = {"0123456789abcdef",
                                                       "ea489fd61c02b753",
                                                       "b8c052fdae367194",
                                                       "7931dcbe265a40f8",
                                                       "905724afe1bc683d",
                                                       "2c6a0b834d75fe19",
                                                       "c51fed4a0763928b",
                                                       "db7ec13950f4862a",
                                                       "6fe9b308c2d714a5",
                                                       "a2847615fb9e3cd0"};

std::size_t hexadecimal(char digit) {
  return static_cast<std::size_t>(digit <= '9' ? digit - '0' : digit - 'a' + 10);
}

struct mixer {
  std::array<std::uint32_t, 16> v;

  void mix(std::array<std::size_t, 4> at, std::uint32_t x, std::uint32_t y) {
    auto& a = v[at[0]];
    auto& b = v[at[1]];
    auto& c = v[at[2]];
    auto& d = v[at[3]];
    a += b + x;
    d = std::rotr(d ^ a, 16);
    c += d;
    b = std::rotr(b ^ c, 12);
    a += b + y;
    d = std::rotr(d ^ a, 8);
    c += d;
    b = std::rotr(b ^ c, 7);
  }
};

void compress(words& hash, std::string_view block, std::uint64_t read, bool is_last) {
  std::array<std::uint32_t, 16> message{};
  for (std::size_t i = 0; i < block.size(); ++i) {
    message[i / 4] |= std::uint32_t{static_cast<unsigned char>(block[i])} << (i % 4 * 8);
  }
  mixer state{};
  for (std::size_t i = 0; i < 8; ++i) {
    state.v[i] = hash[i];
    state.v[i + 8] = initial[i];
  }
  state.v[12] ^= static_cast<std::uint32_t>(read);
  state.v[13] ^= static_cast<std::uint32_t>(read >> 32);
  if (is_last)
    state.v[14] = ~state.v[14];
  for (const std::string_view round : schedule) {
    for (std::size_t i = 0; i < 8; ++i) {
      // The columns, then the diagonals.
      const std::size_t turn = i < 4 ? 0 : 1;
      const std::size_t column = i % 4;
      state.mix({column,
                 4 + (column + turn) % 4,
                 8 + (column + 2 * turn) % 4,
                 12 + (column + 3 * turn) % 4},
                message[hexadecimal(round[2 * i])],
                message[hexadecimal(round[2 * i + 1])]);
    }
  }
  for (std::size_t i = 0; i < 8; ++i) {
    hash[i] ^= state.v[i] ^ state.v[i + 8];
  }
}

} // namespace

std::string statement_name(std::string_view text) {
  words hash = initial;
  hash[0] ^= 0x01010020; // No key, a digest of 32 bytes.
  std::uint64_t read = 0;
  for (; text.size() > block_size; text.remove_prefix(block_size)) {
    read += block_size;
    compress(hash, text.substr(0, block_size), read, false);
  }
  compress(hash, text, read + text.size(), true);
  // 48 digits of it: PostgreSQL cuts a name at 63 bytes.
  std::string name = "strata_";
  for (std::size_t i = 0; i < 24; ++i) {
    name += fmt::format("{:02x}", hash[i / 4] >> (i % 4 * 8) & 0xffU);
  }
  return name;
}

} // namespace strata::postgresql
