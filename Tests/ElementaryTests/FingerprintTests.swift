import Elementary
import Testing

@Suite struct FingerprintTests {
  /// What every build must compute, whatever its processor; the same numbers come from WebAssembly.
  @Test func resultsAreTheSameOnEveryPlatform() {
    #expect(Self.doubles.count == Fingerprint.functionCount)
    for function in 0..<Fingerprint.functionCount {
      #expect(Fingerprint.ofDouble(function: function, blocks: 2) == Self.doubles[function], "\(function)")
      #expect(Fingerprint.ofFloat(function: function, blocks: 2) == Self.floats[function], "\(function)")
    }
    #expect(Fingerprint.ofDouble(function: Fingerprint.functionCount, blocks: 1) == 0)
  }

  static let doubles: [UInt64] = [
    0xec7e_9c38_e305_1d11, 0x8be7_f532_e315_08d2, 0x341e_30be_b887_e5b3, 0xcdab_8b7c_3022_0be0,
    0xfeb3_7bf0_5989_e58b, 0xf522_44b8_a356_91e7, 0x4e81_43ea_88ce_c1d4, 0x719f_6766_c68b_9211,
    0x1df3_963c_c143_66a2, 0xe312_7338_bbfd_02e7, 0x3563_b45d_64e7_9dad, 0xe56d_1803_c938_2845,
    0xaa9c_02eb_dc01_2561, 0x930c_c3f5_8475_190a, 0x3581_32ca_bf47_9143, 0x556e_1b28_954f_301a,
    0x65df_af1b_f73f_c5a5, 0x2400_3e2c_2158_4823, 0xf6fa_793a_3790_a6b4, 0x106b_a52c_ccce_a719,
    0x9aa0_6428_c0cb_160d, 0xfa11_cb42_1bc0_6785, 0x0e8b_d0b6_d9bb_283d, 0x03fa_0618_10f2_fe57,
  ]

  static let floats: [UInt64] = [
    0x1929_5828_8dba_a2b6, 0x252e_3687_2e7d_fa7c, 0xfe61_bea1_609d_dab4, 0x05b4_9ab2_82d6_eb43,
    0x5ea3_dff6_4be7_3ed1, 0xd09a_f83f_022e_8b5e, 0x60ec_2976_601b_6dbf, 0x715c_aa8c_0879_d97f,
    0x5ce4_6e77_f971_ba16, 0xe6b5_ac19_63fa_fce8, 0x1f9a_b6d0_7a99_c8b4, 0x1a79_26ba_0768_bc05,
    0x26bd_d14b_4ff9_6dba, 0x7afe_5ef2_62e5_ba6e, 0x943b_3479_4c01_f2e4, 0x79be_d5e0_3f55_5703,
    0x6b8f_bba7_4ed6_f54b, 0xc1fa_21ad_8b18_3bfb, 0x99fe_a30a_8105_f290, 0x1956_bf2d_9782_93ff,
    0xb9c8_3550_b279_a287, 0xe8ca_5c57_c371_bbe6, 0x89ca_ce20_c154_dacf, 0x01f6_6de1_8a5b_d27c,
  ]
}
